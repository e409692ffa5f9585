package io.chom.theming.documents;

import io.chom.theming.pages.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the template of an invoice is filled with: everything is written out. */
record InvoicePage(
        Sheet sheet,
        Map<String, String> say,
        String heading,
        String number,
        List<Fact> facts,
        Party from,
        String toLabel,
        Party to,
        String headline,
        @Nullable String online,
        boolean hasTax,
        int priceWidth,
        int amountWidth,
        List<Row> rows,
        List<Sum> sums,
        boolean hasPayment,
        List<String> instructions,
        boolean hasDetails,
        List<Fact> details,
        boolean hasNotes,
        List<String> notes) {

    /** A line, with what stands small below its description. */
    record Row(
            String description,
            List<String> notes,
            String quantity,
            String price,
            @Nullable String tax,
            String amount) {}

    /** A row of the sums; its label spans so many columns. */
    record Sum(String label, String amount, String style, int span) {}

    static String key(Invoice invoice) {
        return invoice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static InvoicePage of(Invoice invoice, Sheet sheet, Words words, Figures figures) {
        var writer = new Writer(invoice, words, figures);
        var payment = invoice.payment();
        var rows = invoice.lines().stream().map(writer::row).toList();
        var sums = writer.sums();
        return new InvoicePage(
                sheet,
                words.all(),
                words.say(key(invoice)),
                invoice.number(),
                writer.facts(),
                invoice.seller(),
                words.say("to"),
                invoice.buyer(),
                writer.headline(),
                writer.online(),
                writer.hasTax(),
                Figures.width(rows.stream().map(Row::price), 16, 24),
                Figures.width(amounts(rows, sums), 17, 28),
                rows,
                sums,
                !payment.instructions().isEmpty() || !payment.details().isEmpty(),
                payment.instructions(),
                !payment.details().isEmpty(),
                payment.details(),
                !invoice.notes().isEmpty(),
                invoice.notes());
    }

    private static Stream<String> amounts(List<Row> rows, List<Sum> sums) {
        return Stream.concat(rows.stream().map(Row::amount), sums.stream().map(Sum::amount));
    }

    private record Writer(Invoice invoice, Words words, Figures figures) {

        List<Fact> facts() {
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact(words.say("number"), invoice.number()));
            facts.add(new Fact(words.say("issued"), figures.day(invoice.issued())));
            if (invoice.due() != null) {
                facts.add(new Fact(words.say("due"), figures.day(invoice.due())));
            }
            if (invoice.period() != null) {
                facts.add(new Fact(words.say("period"), figures.days(invoice.period())));
            }
            facts.addAll(invoice.references());
            return facts;
        }

        /** The one figure that is looked for first. */
        String headline() {
            var rest = invoice.rest();
            if (invoice.kind() == Invoice.Kind.CREDIT_NOTE) {
                return words.say("credited", figures.amount(invoice.total()));
            }
            if (rest < 0) {
                return words.say("in-favour", figures.amount(-rest));
            }
            if (rest == 0) {
                return words.say("settled", figures.amount(invoice.total()));
            }
            return invoice.due() == null
                    ? words.say("due-now", figures.amount(rest))
                    : words.say("due-by", figures.amount(rest), figures.day(invoice.due()));
        }

        /** Only where there is something to pay. */
        @Nullable
        String online() {
            var address = invoice.payment().online();
            var isOpen = invoice.kind() != Invoice.Kind.CREDIT_NOTE && invoice.rest() > 0;
            return address == null || !isOpen ? null : address.toString();
        }

        boolean hasTax() {
            return invoice.lines().stream().anyMatch(line -> line.taxRate() != null);
        }

        Row row(Line line) {
            return new Row(
                    line.description(),
                    notes(line),
                    figures.quantity(line.quantity(), line.unit()),
                    figures.price(line.price()),
                    line.taxRate() == null ? null : figures.percent(line.taxRate()),
                    figures.amount(line.amount()));
        }

        private List<String> notes(Line line) {
            var discount = line.discount();
            return Stream.of(
                            line.period() == null ? null : figures.days(line.period()),
                            line.explanation(),
                            discount == null
                                    ? null
                                    : discount.label() + "\u00a0· " + figures.amount(-discount.amount()))
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        }

        List<Sum> sums() {
            List<Sum> sums = new ArrayList<>();
            sums.add(sum("subtotal", invoice.subtotal(), "first"));
            invoice.taxes().forEach(tax -> sums.add(sum(tax)));
            if (invoice.kind() == Invoice.Kind.CREDIT_NOTE) {
                sums.add(sum("rest-credited", invoice.total(), "last"));
                return sums;
            }
            sums.add(sum("total", invoice.total(), ""));
            if (invoice.paid() != 0) {
                sums.add(sum("paid", -invoice.paid(), ""));
            }
            var isOver = invoice.rest() < 0;
            sums.add(sum(isOver ? "rest-in-favour" : "rest", Math.abs(invoice.rest()), "last"));
            return sums;
        }

        private Sum sum(String key, long amount, String style) {
            return new Sum(words.say(key), figures.amount(amount), style, span());
        }

        private Sum sum(Tax tax) {
            var label = words.say("tax-of", tax.name(), figures.percent(tax.rate()), figures.amount(tax.base()));
            return new Sum(label, figures.amount(tax.amount()), "", span());
        }

        private int span() {
            return hasTax() ? 3 : 2;
        }
    }
}
