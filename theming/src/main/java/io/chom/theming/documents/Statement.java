package io.chom.theming.documents;

import io.chom.theming.PlainText;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a statement: what an account held, what happened, what it holds. Amounts are minor units of its currency;
 * the balances follow from the entries.
 *
 * @param kind what it is
 * @param number its number
 * @param issued when it was made
 * @param period from when to when it tells
 * @param house who keeps the account
 * @param holder whose account it is
 * @param references what else it tells of itself, such as the number of the account
 * @param currency of all amounts, ISO 4217
 * @param opening the balance before the first entry; negative if the holder owes
 * @param entries in the order in which they happened
 * @param notes below it all
 */
public record Statement(
        Kind kind,
        String number,
        Instant issued,
        Days period,
        Party house,
        Party holder,
        List<Fact> references,
        Currency currency,
        long opening,
        List<Entry> entries,
        List<String> notes) {

    /** What a statement is about. */
    public enum Kind {
        /** What a customer was charged and has paid. */
        ACCOUNT,
        /** What a partner has earned and was paid. */
        PAYOUT
    }

    public Statement {
        number = PlainText.cleaned(number);
        references = List.copyOf(references);
        entries = List.copyOf(entries);
        notes = notes.stream().map(PlainText::cleaned).toList();
    }

    /** The balance after the last entry. */
    public long closing() {
        return entries.stream().mapToLong(Entry::change).reduce(opening, Math::addExact);
    }

    /** What was taken in all. */
    public long debits() {
        return entries.stream().mapToLong(Entry::debit).reduce(0, Math::addExact);
    }

    /** What was added in all. */
    public long credits() {
        return entries.stream().mapToLong(Entry::credit).reduce(0, Math::addExact);
    }

    /**
     * Something that changed the balance.
     *
     * @param at when
     * @param description what
     * @param reference the number of what stands behind it, such as an invoice's
     * @param debit what it took from the balance, in minor units, 0 or more
     * @param credit what it added to the balance, in minor units, 0 or more
     */
    public record Entry(
            Instant at, String description, @Nullable String reference, long debit, long credit) {

        /** @throws IllegalArgumentException if a side is negative */
        public Entry {
            description = PlainText.cleaned(description);
            reference = reference == null ? null : PlainText.cleaned(reference);
            if (debit < 0 || credit < 0) {
                throw new IllegalArgumentException("Debit and credit are 0 or more");
            }
        }

        /** By how much the balance grew. */
        public long change() {
            return Math.subtractExact(credit, debit);
        }
    }
}
