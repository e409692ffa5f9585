package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.Reductions;
import io.chom.tenants.billing.discount.Discount.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The discounts of a customer, as who sells to it sees them.
 *
 * @param viewer the actor's id of who looks
 * @param offer what could be given; null without a running subscription
 * @param all what waits in front, then the latest first
 * @param steps what was done about them, the oldest first
 * @param now when this was read
 */
public record CustomerDiscounts(
        String viewer, @Nullable DiscountOffer offer, List<Discount> all, List<DiscountStep> steps, Instant now) {

    public CustomerDiscounts {
        all = List.copyOf(all);
        steps = List.copyOf(steps);
    }

    /** The one that waits, counts or will count. */
    public Optional<Discount> open() {
        return all.stream()
                .filter(one -> one.isWaiting() || one.state() == State.ACTIVE && !isOver(one))
                .findFirst();
    }

    private boolean isOver(Discount one) {
        return span(one).filter(span -> span.isOver(today())).isPresent();
    }

    /** When one counts, of what is had now. */
    public Optional<Reductions.Span> span(Discount one) {
        return Optional.ofNullable(one.reduction())
                .flatMap(reduction -> Optional.ofNullable(offer)
                        .filter(had -> one.subscription()
                                .equals(had.bought().subscription().id()))
                        .map(had -> Reductions.span(had.bought(), reduction)));
    }

    private LocalDate today() {
        return offer == null
                ? LocalDate.MAX
                : LocalDate.ofInstant(now, offer.bought().subscription().zone());
    }
}
