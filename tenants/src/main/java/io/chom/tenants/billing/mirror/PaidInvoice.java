package io.chom.tenants.billing.mirror;

import io.chom.tenants.platform.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An invoice that is settled, as the provider is to show it.
 *
 * @param key under which it is begun there: the same however often that is asked
 * @param number as it is written
 * @param total exactly the sum of its lines, more than zero
 * @param issuedAt when it was written
 * @param lines what stands on it
 * @param credits what takes off it, the oldest first
 * @param payments the provider's names for what was paid there, the oldest first
 * @param byHand what was paid otherwise
 */
public record PaidInvoice(
        String key,
        String number,
        Money total,
        Instant issuedAt,
        List<Line> lines,
        List<Credit> credits,
        List<String> payments,
        Money byHand) {

    public PaidInvoice {
        lines = List.copyOf(lines);
        credits = List.copyOf(credits);
        payments = List.copyOf(payments);
    }

    /** A line of it. */
    public record Line(String text, Money amount) {}

    /**
     * A credit note on it.
     *
     * @param number as it is written
     * @param reason why, as the customer reads it
     */
    public record Credit(String number, String reason, Money amount) {

        /** So much of it. */
        Credit of(Money part) {
            return new Credit(number, reason, part);
        }
    }

    /** What takes off it in all. */
    Money credited() {
        return credits.stream().map(Credit::amount).reduce(Money.zero(total.currency()), Money::plus);
    }

    /** What follows in the credits after so much of them, at most so much more. */
    public List<Credit> credits(Money told, Money most) {
        var parts = new ArrayList<Credit>();
        long from = told.minor();
        long left = most.minor();
        for (Credit one : credits) {
            long whole = one.amount().minor();
            long part = Math.min(left, whole - Math.min(whole, from));
            if (part > 0) {
                parts.add(one.of(new Money(part, total.currency())));
            }
            left -= Math.max(part, 0);
            from -= Math.min(whole, from);
        }
        return parts;
    }
}
