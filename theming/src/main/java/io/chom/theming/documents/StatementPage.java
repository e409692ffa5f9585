package io.chom.theming.documents;

import io.chom.theming.pages.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the template of a statement is filled with: everything is written out. */
record StatementPage(
        Sheet sheet,
        Map<String, String> say,
        String heading,
        String number,
        List<Fact> facts,
        Party from,
        String toLabel,
        Party to,
        String headline,
        String opened,
        String opening,
        int amountWidth,
        List<Row> rows,
        String closed,
        String debits,
        String credits,
        String closing,
        boolean hasNotes,
        List<String> notes) {

    /** An entry with the balance after it. */
    record Row(
            String day,
            String description,
            @Nullable String reference,
            @Nullable String debit,
            @Nullable String credit,
            String balance) {}

    static String key(Statement statement) {
        return statement.kind().name().toLowerCase(Locale.ROOT);
    }

    static StatementPage of(Statement statement, Sheet sheet, Words words, Figures figures) {
        var period = statement.period();
        var closing = figures.amount(statement.closing());
        var opening = figures.amount(statement.opening());
        var debits = figures.amount(statement.debits());
        var credits = figures.amount(statement.credits());
        var rows = rows(statement, figures);
        var amounts = Stream.concat(rows.stream().map(Row::balance), Stream.of(opening, closing, debits, credits));
        return new StatementPage(
                sheet,
                words.all(),
                words.say(key(statement)),
                statement.number(),
                facts(statement, words, figures),
                statement.house(),
                words.say("holder"),
                statement.holder(),
                words.say("closing-on", closing, figures.day(period.last())),
                figures.shortDay(period.first()),
                opening,
                Figures.width(amounts, 13, 20),
                rows,
                figures.shortDay(period.last()),
                debits,
                credits,
                closing,
                !statement.notes().isEmpty(),
                statement.notes());
    }

    private static List<Fact> facts(Statement statement, Words words, Figures figures) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.say("number"), statement.number()));
        facts.add(new Fact(words.say("issued"), figures.day(statement.issued())));
        facts.add(new Fact(words.say("period"), figures.days(statement.period())));
        facts.addAll(statement.references());
        return facts;
    }

    private static List<Row> rows(Statement statement, Figures figures) {
        List<Row> rows = new ArrayList<>();
        var balance = statement.opening();
        for (var entry : statement.entries()) {
            balance = Math.addExact(balance, entry.change());
            rows.add(new Row(
                    figures.shortDay(entry.at()),
                    entry.description(),
                    entry.reference(),
                    figures.side(entry.debit()),
                    figures.side(entry.credit()),
                    figures.amount(balance)));
        }
        return rows;
    }
}
