package io.chom.portal.formats;

import io.chom.tenants.billing.Reductions;
import io.chom.tenants.billing.discount.Discount;
import io.chom.tenants.billing.discount.DiscountOffer;
import io.chom.tenants.billing.discount.DiscountStep;
import io.chom.tenants.billing.discount.Giver;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sentences about discounts.
 *
 * @param language in which they are written
 */
public record DiscountWords(Language language) {

    /** How much is off, from when until when. */
    public String counts(BigDecimal percent, Reductions.Span span) {
        var from = language.formats().date(span.from());
        var until = span.until();
        return until == null
                ? language.say("discounts.counts", percent(percent), from)
                : language.say(
                        "discounts.counts.until",
                        percent(percent),
                        from,
                        language.formats().date(until.minusDays(1)));
    }

    /** What waits for whom. */
    public String waits(Discount one) {
        return language.say("discounts.waits", wish(one), who(Objects.requireNonNull(one.decider())));
    }

    /** How much is wanted, for how long. */
    public String wish(Discount one) {
        var periods = one.periods();
        return periods == null
                ? language.say("discounts.wish", percent(one.percent()))
                : language.say("discounts.wish.for", percent(one.percent()), language.count("discounts.for", periods));
    }

    /** What became of a wish. */
    public String became(Discount one) {
        return language.say("discounts.state." + one.state().name().toLowerCase(Locale.ROOT));
    }

    /** What whoever asks may give alone, and who gives more. */
    public String may(DiscountOffer offer) {
        var mine = percent(offer.guardrails().mine());
        return offer.guardrails().steps().stream()
                .filter(one -> one.giver().compareTo(offer.giver()) > 0)
                .filter(one -> one.percent().compareTo(offer.guardrails().mine()) > 0)
                .findFirst()
                .map(one -> language.say("discounts.may.more", mine, who(one.giver())))
                .orElseGet(() -> language.say("discounts.may", mine));
    }

    /** What the customer would pay, and who decides. */
    public String effect(DiscountOffer offer, BigDecimal percent, @Nullable Integer periods, Giver decider) {
        var preview = offer.preview(percent, periods);
        var until = preview.until();
        var pays = language.say(
                "discounts.pays",
                language.formats().money(preview.price()),
                language.formats().money(preview.before()),
                new TermWords(language).each(offer.term()),
                language.formats().date(preview.from()));
        var ends = until == null
                ? language.say("discounts.pays.on")
                : language.say("discounts.pays.until", language.formats().date(until.minusDays(1)));
        var asked = decider == offer.giver() ? "" : " " + language.say("discounts.needs.approval", who(decider));
        return pays + " " + ends + asked;
    }

    /** That nobody may give so much. */
    public String tooMuch(DiscountOffer offer) {
        return language.say("discounts.most", percent(offer.ceiling()));
    }

    /** What somebody did. */
    public String step(DiscountStep step, String name) {
        return language.say(
                "discounts.step." + step.kind().name().toLowerCase(Locale.ROOT),
                name,
                percent(step.percent()),
                percent(step.ceiling()));
    }

    /** A role, as who it is. */
    public String who(Giver giver) {
        return language.say("discounts.role." + giver.right());
    }

    /** With every digit. */
    public String percent(BigDecimal percent) {
        return language.formats().percent(percent);
    }
}
