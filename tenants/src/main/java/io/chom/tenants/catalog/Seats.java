package io.chom.tenants.catalog;

import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is sold by the seat, and how many of them are had. The prices are of each seat beyond those that are included.
 *
 * @param included how many the price of the plan includes, 1 or more; nobody has fewer
 * @param price of each more in a month
 * @param yearly of each more in twelve months that are paid in advance; null where the plan is not sold by the year
 * @param most how many are sold; null where nothing but {@link #MOST} limits it
 * @param taken how many are had; of a plan that nobody chose yet, those that are included
 */
public record Seats(
        int included,
        Money price,
        @Nullable Money yearly,
        @Nullable Integer most,
        int taken) {

    /** No plan is sold for more. */
    public static final int MOST = 10_000;

    public Seats {
        if (taken < included || taken > (most == null ? MOST : most)) {
            throw new IllegalArgumentException(
                    "There cannot be " + taken + " seats of " + included + " – " + most + ".");
        }
    }

    /** The highest number that is sold. */
    public int limit() {
        return Objects.requireNonNullElse(most, MOST);
    }

    /** Whether so many are sold. */
    public boolean permits(int seats) {
        return seats >= included && seats <= limit();
    }

    /** How many are paid for besides the plan. */
    public int more() {
        return taken - included;
    }

    /**
     * Of each more for a whole term.
     *
     * @throws NullPointerException if the plan is not sold by it
     */
    public Money price(Term term) {
        return switch (term) {
            case MONTH -> price;
            case YEAR -> Objects.requireNonNull(yearly);
        };
    }

    /** What all that are paid for besides the plan cost for a whole term. */
    public Money cost(Term term) {
        return price(term).times(BigDecimal.valueOf(more()));
    }

    /** The nearest number that is sold. */
    int nearest(int seats) {
        return Math.clamp(seats, included, limit());
    }

    /** As many, for nothing. */
    Seats free() {
        var nothing = Money.zero(price.currency());
        return new Seats(included, nothing, yearly == null ? null : nothing, most, taken);
    }

    Seats taken(int seats) {
        return new Seats(included, price, yearly, most, seats);
    }

    /** Whether another says the same of seats by a term, however many are had. */
    boolean saysTheSame(@Nullable Seats other, Term term) {
        return other != null
                && included == other.included
                && limit() == other.limit()
                && price(term).equals(other.price(term));
    }
}
