package io.chom.tenants.billing;

import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What a customer owes for a period that is over. It never changes; what was wrong is put right by a line of the next one,
 * or by a credit note.
 *
 * @param id its own
 * @param customer who owes it
 * @param issuer the brand owner that sold; the platform where a brand owner bought
 * @param number as it is written, without gaps for each issuer and prefix, such as {@code ACME-000042}
 * @param subscription what it is for
 * @param plan the plan as it was sold
 * @param period the time that it is for
 * @param total exactly the sum of its lines, zero or more; before credit was carried on, also less
 * @param settlement how far it is paid, the one thing about it that changes
 * @param issuedAt when it was written
 * @param dueOn the last day to pay it, in the zone of the period
 */
public record Invoice(
        InvoiceId id,
        TenantId customer,
        TenantId issuer,
        String number,
        SubscriptionId subscription,
        SoldPlan plan,
        Period period,
        Money total,
        Settlement settlement,
        Instant issuedAt,
        LocalDate dueOn) {

    /** As it is written, open or with nothing to pay. */
    Invoice(
            InvoiceId id,
            TenantId customer,
            TenantId issuer,
            String number,
            SubscriptionId subscription,
            SoldPlan plan,
            Period period,
            Money total,
            Status status,
            Instant issuedAt,
            LocalDate dueOn) {
        this(
                id,
                customer,
                issuer,
                number,
                subscription,
                plan,
                period,
                total,
                new Settlement(
                        status,
                        status == Status.PAID ? issuedAt : null,
                        null,
                        Money.zero(total.currency()),
                        status == Status.PAID ? Money.zero(total.currency()) : total),
                issuedAt,
                dueOn);
    }

    /** What is left to pay of it at this moment, zero or more. */
    public Money owed() {
        return settlement.owed();
    }

    /** Whether it is settled. */
    public Status status() {
        return settlement.status();
    }

    /** Whether it waits to be paid though the last day to pay it is over. */
    public boolean isOverdue(LocalDate today) {
        return isUnpaid() && today.isAfter(dueOn);
    }

    /** Whether it waits for somebody to pay it. */
    public boolean isUnpaid() {
        return switch (status()) {
            case OPEN, FAILED, UNCONFIRMED -> true;
            case PAYING, PAID, CREDITED, CHECKING -> false;
        };
    }

    /**
     * A plan under the version of its catalogue that it was sold under.
     *
     * @param catalogue name of the catalogue
     * @param version version of the catalogue
     * @param plan slug of the plan
     */
    public record SoldPlan(String catalogue, int version, String plan) {}

    /** Whether an invoice is settled. */
    public enum Status {
        /** Nobody has tried to pay it yet. */
        OPEN,
        /** A payment is under way. */
        PAYING,
        PAID,
        /** Credit notes take off all of it; what was paid goes back. */
        CREDITED,
        /** The last payment was declined. */
        FAILED,
        /** The bank wants the holder of the card to confirm. */
        UNCONFIRMED,
        /** Something else was paid than was asked for; people look into it. */
        CHECKING;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** How a number is written: {@code ACME-000042}. */
    public static String number(String prefix, int number) {
        return "%s-%06d".formatted(prefix, number);
    }
}
