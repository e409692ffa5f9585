package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.Reduction;
import io.chom.tenants.billing.Reductions;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a discount could be given at a moment. What it tells is by the code that bills.
 *
 * @param bought what the customer has
 * @param giver who asks
 * @param guardrails what everybody may give
 * @param day the first day on which a period with it can begin
 */
public record DiscountOffer(Bought bought, Giver giver, Most guardrails, LocalDate day) {

    /**
     * The most that each may give of what begins on the day.
     *
     * @param mine whoever asks
     * @param steps everybody who may give, from who may give least
     */
    public record Most(BigDecimal mine, List<Step> steps) {

        public Most {
            steps = List.copyOf(steps);
        }
    }

    /** Who may give how much in percent. */
    public record Step(Giver giver, BigDecimal percent) {}

    /**
     * What a customer would pay.
     *
     * @param before the price as it is
     * @param price the price with the discount
     * @param from the first day with it
     * @param until the first day without it; null without end
     */
    public record Preview(
            Money before,
            Money price,
            LocalDate from,
            @Nullable LocalDate until) {}

    static DiscountOffer of(Bought bought, Giver giver, Guardrails guardrails, Instant now) {
        LocalDate day = Reductions.from(bought, now);
        Term term = bought.on(begin(bought, day)).term();
        var steps = List.of(Giver.values()).stream()
                .map(one -> new Step(one, guardrails.most(one, term)))
                .toList();
        return new DiscountOffer(bought, giver, new Most(guardrails.most(giver, term), steps), day);
    }

    /** The first day that is paid for with it. */
    private static LocalDate begin(Bought bought, LocalDate day) {
        return Reductions.span(bought, new Reduction(day, BigDecimal.ONE, BigDecimal.ONE, null, null))
                .from();
    }

    /** The plan that it would be taken off first. */
    public Plan plan() {
        return bought.on(begin(bought, day)).sold();
    }

    /** How that is paid for. */
    public Term term() {
        return bought.on(begin(bought, day)).term();
    }

    /** What a customer would pay with it, where everything else stays. */
    public Preview preview(BigDecimal percent, @Nullable Integer periods) {
        var span = Reductions.span(bought, new Reduction(day, percent, percent, periods, null));
        Money price = plan().price(term());
        return new Preview(price, Reductions.less(price, percent), span.from(), span.until());
    }

    /** Whose approval so much needs: whoever asks where none; empty where nobody may give it. */
    public Optional<Giver> decider(BigDecimal percent) {
        return guardrails.steps().stream()
                .filter(one -> one.giver().compareTo(giver) >= 0)
                .filter(one -> percent.compareTo(one.percent()) <= 0)
                .map(Step::giver)
                .findFirst();
    }

    /** The most that anybody may give. */
    public BigDecimal ceiling() {
        return guardrails.steps().getLast().percent();
    }
}
