package io.chom.tenants.billing;

import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Pricing.Charge;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One charge of an invoice, explained.
 *
 * @param kind what is charged
 * @param subject the name of the plan, or the meter's own
 * @param label what for, such as "Bandwidth overage"
 * @param formula how it was calculated: "12 GB over your 100 GB × $0.05 = $0.60"
 * @param days the time that it is for, which is an earlier period's where that is put right
 * @param figures the figures of the formula, where it has any
 * @param amount minor units, negative where something is given back
 */
public record LineItem(
        Kind kind,
        String subject,
        String label,
        String formula,
        Period days,
        @Nullable Figures figures,
        Money amount) {

    /** What is charged. */
    public enum Kind {
        /** The base price of a plan for a month, or for the days that it had. */
        PLAN,
        /** The base price of a plan for a year, in advance. */
        YEAR,
        /** A month of a year that was paid in advance, for nothing. */
        PREPAID,
        /** What a change to another plan adds in the month in which it is made, or in advance, in the year or the month. */
        CHANGE,
        /** What is taken off the lines of the plan. */
        DISCOUNT,
        /** What was used beyond an allowance. */
        OVERAGE,
        /** Usage of a closed period that became known later, and changes what that period comes to. */
        ADJUSTMENT,
        /** What this invoice gives back beyond what it comes to and the next ones take up, or what it takes up of that. */
        CARRIED,
        /** The tax on all other lines, the last one; also where it is nothing, to say why. */
        TAX
    }

    /** The figures of a formula. */
    public sealed interface Figures {}

    /**
     * Those of something that was counted.
     *
     * @param meter what was counted
     * @param included what the plan includes of it
     * @param charge units, price and amount
     * @param isFirst whether it is the first charge of its meter; the others go on from it
     */
    public record Counted(MeterId meter, BigDecimal included, Charge charge, boolean isFirst) implements Figures {}

    /**
     * Those of a part of a period.
     *
     * @param replaced name of the plan before; empty where nothing was replaced
     * @param days how many days are charged
     * @param of how many the period has
     * @param difference what the new plan costs more in a whole period, or the price where nothing was replaced
     * @param seats for how many it is; 0 where it is not sold by the seat
     * @param seatsBefore for how many the one before was, likewise
     */
    public record Share(String replaced, int days, int of, Money difference, int seats, int seatsBefore)
            implements Figures {

        private static final int LONGEST_MONTH = 31;

        /** One of plans that are not sold by the seat. */
        public Share(String replaced, int days, int of, Money difference) {
            this(replaced, days, of, difference, 0, 0);
        }

        /** What the period is. */
        public Term term() {
            return of > LONGEST_MONTH ? Term.YEAR : Term.MONTH;
        }

        Money amount() {
            return difference.part(days, of);
        }
    }

    /**
     * Those of a whole term of a plan that is sold by the seat.
     *
     * @param seats for how many it is
     * @param more how many of them are paid for besides the plan, zero or more
     * @param base the price of the plan with those that it includes
     * @param each of each more
     */
    public record Seated(int seats, int more, Money base, Money each) implements Figures {

        static @Nullable Seated of(Plan plan, Term term) {
            var seats = plan.seats();
            return seats == null ? null : new Seated(seats.taken(), seats.more(), plan.bare(term), seats.price(term));
        }
    }

    /**
     * Those of something that is taken off.
     *
     * @param percent more than 0 and at most 100
     * @param of what it is taken off
     */
    public record Off(BigDecimal percent, Money of) implements Figures {}

    /**
     * Those of something that was one amount and is another: what a period came to, or the credit that is left.
     *
     * @param before what it was
     * @param after what it is
     */
    public record Moved(Money before, Money after) implements Figures {

        /** What it changes by. */
        public Money amount() {
            return after.minus(before);
        }
    }

    /**
     * Those of a tax.
     *
     * @param rule why it is so much
     * @param base the sum of the other lines, which it is computed from
     */
    public record Taxed(TaxRule rule, Money base) implements Figures {}

    static LineItem plan(Plan plan, Period days) {
        return new LineItem(
                Kind.PLAN,
                plan.name(),
                Wording.title(plan) + " plan",
                Wording.price(plan, Term.MONTH) + " a month",
                days,
                Seated.of(plan, Term.MONTH),
                plan.price());
    }

    static LineItem year(Plan plan, Period days) {
        return new LineItem(
                Kind.YEAR,
                plan.name(),
                Wording.title(plan) + " plan for a year",
                Wording.price(plan, Term.YEAR) + " a year, in advance",
                days,
                Seated.of(plan, Term.YEAR),
                plan.price(Term.YEAR));
    }

    static LineItem discount(String name, BigDecimal percent, Money of, Money off, Period days) {
        return new LineItem(
                Kind.DISCOUNT,
                name,
                "Discount",
                "%s off %s = −%s".formatted(Wording.percent(percent), Wording.of(of), Wording.of(off)),
                days,
                new Off(percent, of),
                Money.zero(of.currency()).minus(off));
    }

    static LineItem prepaid(String name, Currency currency, Period days) {
        return new LineItem(
                Kind.PREPAID, name, name + " plan", "paid for with the year", days, null, Money.zero(currency));
    }
}
