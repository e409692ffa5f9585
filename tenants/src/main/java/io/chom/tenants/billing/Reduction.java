package io.chom.tenants.billing;

import io.chom.tenants.catalog.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A discount that was agreed: what is taken off the price of the plan, for some periods or without end. A period is what is
 * paid for at once, a month or a year.
 *
 * @param from the first day on which a period with it can begin, in the zone of the subscription
 * @param month percent off where the plan is paid for by the month, more than 0 and at most 100
 * @param year percent off where it is paid for by the year
 * @param periods for how many periods that are owed; null without end
 * @param endsOn periods that begin on this day or later are without it, because it was ended; null where it was not
 */
public record Reduction(
        LocalDate from,
        BigDecimal month,
        BigDecimal year,
        @Nullable Integer periods,
        @Nullable LocalDate endsOn) {

    /** Percent off by how the plan is paid for. */
    public BigDecimal percent(Term term) {
        return switch (term) {
            case MONTH -> month;
            case YEAR -> year;
        };
    }

    /** Whether a period that begins on a day can have it, if there are not too many before. */
    boolean allows(LocalDate begin) {
        return !begin.isBefore(from) && (endsOn == null || begin.isBefore(endsOn));
    }
}
