package io.chom.theming.documents;

import io.chom.theming.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on an invoice. Amounts are minor units of its currency (cents of USD, whole yen of JPY); its sums follow from
 * its lines, taxes and payments, so that none can contradict another. Prices are without tax.
 *
 * @param kind what it is
 * @param number its number; a draft says that it is one
 * @param issued when it was made
 * @param due the last day to pay it, if there is one
 * @param period for what time it is, if for one time
 * @param seller who is paid
 * @param buyer who pays
 * @param references what else it tells of itself, such as an order's number or the invoice that it corrects
 * @param currency of all amounts, ISO 4217
 * @param lines what is charged, in order
 * @param taxes one for each rate, in order
 * @param paid what has been paid already, 0 or more
 * @param payment how the rest is paid
 * @param notes below it all, such as why no tax is due
 */
public record Invoice(
        Kind kind,
        String number,
        Instant issued,
        @Nullable LocalDate due,
        @Nullable Days period,
        Party seller,
        Party buyer,
        List<Fact> references,
        Currency currency,
        List<Line> lines,
        List<Tax> taxes,
        long paid,
        Payment payment,
        List<String> notes) {

    /** What a document with lines and taxes is. */
    public enum Kind {
        /** A claim. */
        INVOICE,
        /** Gives back what an invoice has claimed; its amounts are positive. */
        CREDIT_NOTE,
        /** Says what an invoice will claim; it is none, and has no number of one. */
        PRO_FORMA,
        /** An invoice that the buyer writes for the seller, such as a reseller's share (UNTDID 1001, code 389). */
        SELF_BILLED
    }

    /** @throws IllegalArgumentException if more has been paid back than was ever paid */
    public Invoice {
        number = PlainText.cleaned(number);
        references = List.copyOf(references);
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        notes = notes.stream().map(PlainText::cleaned).toList();
        if (paid < 0) {
            throw new IllegalArgumentException("What has been paid is 0 or more");
        }
    }

    /** The sum of the lines. */
    public long subtotal() {
        return lines.stream().mapToLong(Line::amount).reduce(0, Math::addExact);
    }

    /** The lines and the taxes. */
    public long total() {
        return taxes.stream().mapToLong(Tax::amount).reduce(subtotal(), Math::addExact);
    }

    /** What is left to pay; negative if too much was paid. */
    public long rest() {
        return Math.subtractExact(total(), paid);
    }
}
