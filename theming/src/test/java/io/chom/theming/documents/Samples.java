package io.chom.theming.documents;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Documents of houses that do not exist. */
final class Samples {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant MADE = Instant.parse("2026-11-22T09:30:00Z");

    /** Still Saturday in New York, already Sunday in Berlin. */
    static final Instant NIGHT = Instant.parse("2026-11-22T02:15:00Z");

    private static final Days NOVEMBER = new Days(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

    private Samples() {}

    static Edition edition(Locale locale) {
        return new Edition(locale, BERLIN, MADE);
    }

    static Party seller() {
        return new Party(
                "Acme Hosting GmbH",
                List.of("Hafenstraße 12", "20457 Hamburg", "Germany"),
                "VAT DE123456789",
                "billing@acme.example");
    }

    static Party buyer() {
        return new Party(
                "Łukasz Żółć & Søns Ωμέγα Дружба",
                List.of("Rue de l’Église 7", "75001 Paris", "France"),
                "VAT FR40123456789",
                null);
    }

    static Line line(String description, long amount) {
        return new Line(
                description,
                null,
                NOVEMBER,
                BigDecimal.ONE,
                null,
                BigDecimal.valueOf(amount, 2),
                null,
                new BigDecimal("19"),
                amount);
    }

    static List<Line> lines() {
        var rate = new BigDecimal("19");
        return List.of(
                new Line(
                        "Pro plan",
                        null,
                        NOVEMBER,
                        BigDecimal.ONE,
                        null,
                        new BigDecimal("49"),
                        new Line.Discount("10 % for a year", 490),
                        rate,
                        4410),
                new Line(
                        "Storage over the allowance",
                        "267.5 GB used − 100 GB included",
                        null,
                        new BigDecimal("167.5"),
                        "GB",
                        new BigDecimal("0.08"),
                        null,
                        rate,
                        1340),
                new Line(
                        "API calls",
                        null,
                        null,
                        new BigDecimal("1250000"),
                        null,
                        new BigDecimal("0.00012"),
                        null,
                        rate,
                        15000),
                new Line(
                        "Change to Pro on 12 November",
                        "19 of 30 days",
                        null,
                        BigDecimal.ONE,
                        null,
                        new BigDecimal("-20"),
                        null,
                        rate,
                        -1267));
    }

    static List<Line> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> line("Site number " + number + ".", 1000 + number))
                .toList();
    }

    static Invoice invoice() {
        return invoice(Invoice.Kind.INVOICE, lines());
    }

    static Invoice invoice(Invoice.Kind kind, List<Line> lines) {
        var net = lines.stream().mapToLong(Line::amount).sum();
        return new Invoice(
                kind,
                "ACME-2026-0042",
                NIGHT,
                LocalDate.of(2026, 12, 6),
                NOVEMBER,
                seller(),
                buyer(),
                List.of(new Fact("Order", "PO-7781")),
                Currency.getInstance("EUR"),
                lines,
                List.of(new Tax("VAT", new BigDecimal("19"), net, Math.round(net * 0.19))),
                1000,
                new Payment(
                        List.of("Please transfer the amount with the number of the invoice."),
                        List.of(new Fact("IBAN", "DE02 1203 0000 0000 2020 51"), new Fact("BIC", "BYLADEM1001")),
                        URI.create("https://portal.acme.example/app/invoices/42")),
                List.of("Thank you for your trust."));
    }

    static Invoice in(String currency, long amount) {
        return new Invoice(
                Invoice.Kind.INVOICE,
                "N-1",
                NIGHT,
                null,
                null,
                seller(),
                buyer(),
                List.of(),
                Currency.getInstance(currency),
                List.of(new Line("Plan", null, null, BigDecimal.ONE, null, BigDecimal.TEN, null, null, amount)),
                List.of(),
                0,
                Payment.none(),
                List.of());
    }

    /** Both parties and every text of the invoice are this one. */
    static Invoice saying(String text) {
        var party = new Party(text, List.of(text, text), text, text);
        var line = new Line(
                text,
                text,
                null,
                BigDecimal.ONE,
                text,
                BigDecimal.TEN,
                new Line.Discount(text, 1),
                BigDecimal.TEN,
                1000);
        return new Invoice(
                Invoice.Kind.INVOICE,
                "N-1",
                NIGHT,
                null,
                null,
                party,
                party,
                List.of(new Fact(text, text)),
                Currency.getInstance("EUR"),
                List.of(line),
                List.of(new Tax(text, BigDecimal.TEN, 1000, 100)),
                0,
                new Payment(List.of(text), List.of(new Fact(text, text)), null),
                List.of(text));
    }

    static Statement statement(Statement.Kind kind, int entries) {
        List<Statement.Entry> all = new ArrayList<>();
        for (var number = 1; number <= entries; number++) {
            var at = NIGHT.plusSeconds(3600L * number);
            all.add(
                    number % 3 == 0
                            ? new Statement.Entry(at, "Transfer", "PAY-" + number, 250_00, 0)
                            : new Statement.Entry(at, "Share of invoice " + number, "INV-" + number, 0, 123_45));
        }
        return new Statement(
                kind,
                "ST-2026-11",
                NIGHT,
                NOVEMBER,
                seller(),
                buyer(),
                List.of(new Fact("Account", "10023")),
                Currency.getInstance("EUR"),
                100_00,
                all,
                List.of("Balances are in euros."));
    }
}
