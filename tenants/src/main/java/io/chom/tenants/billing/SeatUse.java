package io.chom.tenants.billing;

import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Crew;
import reactor.core.publisher.Mono;

/**
 * The seats of a plan that is sold by the seat, and how many people have one.
 *
 * @param plan for as many seats as are had
 * @param used people; more than there are seats where they were there before
 */
public record SeatUse(Plan plan, int used) {

    /** How many are had. */
    public int seats() {
        return plan.seatCount();
    }

    /** How many people may be added, zero or more. */
    public int left() {
        return Math.max(0, seats() - used);
    }

    /** How many people belong to a tenant, where a plan asks for it; 0 where it is not sold by the seat. */
    static Mono<Integer> people(Plan plan, TenantId tenant, Crew crew) {
        return plan.seats() == null ? Mono.just(0) : crew.countForChange(tenant);
    }

    /**
     * A plan for as many seats as somebody wants; as it is where it is not sold by the seat.
     *
     * @param seats 0 for those of the plan as it is given
     * @param people who are there
     * @throws Refused with {@code billing.seats} for a number that is not sold, and with {@code billing.seats-taken} where
     *     more people are there
     */
    static Plan wanted(Plan plan, int seats, int people) {
        var sold = plan.seats();
        if (sold == null) {
            return plan;
        }
        int count = seats == 0 ? plan.seatCount() : seats;
        if (!sold.permits(count)) {
            throw new Refused(Failure.Invalid.of(
                    "billing.seats", "The plan is sold for " + sold.included() + " to " + sold.limit() + " seats."));
        }
        if (people > count) {
            throw new Refused(new Failure.Conflict(
                    "billing.seats-taken",
                    "More people belong to the organisation than that. Take more seats, or remove somebody first."));
        }
        return plan.seated(count);
    }
}
