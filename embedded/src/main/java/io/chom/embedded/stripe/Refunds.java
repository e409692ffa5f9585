package io.chom.embedded.stripe;

import java.util.List;
import java.util.OptionalLong;

/** Money that goes back. */
final class Refunds {

    private static final String PATH = "/v1/refunds";
    private static final long HOUR = 3_600;

    private Refunds() {}

    static List<Route> routes() {
        return List.of(
                Route.post(
                        PATH,
                        "payment_intent charge amount# reason metadata.* refund_application_fee? reverse_transfer?",
                        Refunds::create),
                Common.retrieve(PATH, Kind.REFUND),
                Common.update(PATH, Kind.REFUND, "metadata.*", "refund.updated"),
                Listing.of(PATH, Kind.REFUND, "charge payment_intent"));
    }

    private static Json create(Call call) {
        Json params = call.params();
        Json charge = params.text("charge")
                .or(() -> call.shelf()
                        .named(Kind.PAYMENT_INTENT, params, "payment_intent")
                        .flatMap(intent -> intent.text("latest_charge")))
                .map(id -> call.shelf().require(Kind.CHARGE, id, "charge"))
                .orElseThrow(() -> StripeError.missing("payment_intent").refused());
        Json refund = make(call.shelf(), charge, params.number("amount", left(charge)));
        refund.set("reason", params.get("reason"));
        if (params.has("metadata")) {
            refund.set("metadata", params.at("metadata").copy());
        }
        return refund;
    }

    /**
     * Gives back so much of a charge.
     *
     * @throws StripeError.Refused if less than that is left of it
     */
    static Json make(Shelf shelf, Json charge, long amount) {
        if (left(charge) == 0) {
            throw StripeError.state(
                            "charge_already_refunded", "Charge %s has already been refunded.".formatted(charge.id()))
                    .refused();
        }
        if (amount < 1 || amount > left(charge)) {
            throw StripeError.invalid(
                            null,
                            "amount",
                            "Refund amount (%d) is greater than unrefunded amount on charge (%d)"
                                    .formatted(amount, left(charge)))
                    .refused();
        }
        Json refund = shelf.fresh(Kind.REFUND)
                .set("amount", amount)
                .set("charge", charge.id())
                .set("currency", charge.get("currency"))
                .set("payment_intent", charge.get("payment_intent"))
                .set("reason", null)
                .set("status", card(shelf, charge) == TestCard.PENDING_REFUND ? "pending" : "succeeded");
        charge.set("amount_refunded", charge.number("amount_refunded") + amount);
        charge.set("refunded", left(charge) == 0);
        shelf.add(refund, "refund.created");
        shelf.say("charge.refunded", charge);
        return refund;
    }

    /** When something more happens to a refund by itself; empty when nothing does. */
    static OptionalLong next(Shelf shelf, Json refund) {
        TestCard card = card(shelf, shelf.require(Kind.CHARGE, refund.string("charge"), "charge"));
        boolean waits = card == TestCard.PENDING_REFUND && refund.is("status", "pending")
                || card == TestCard.REFUND_FAIL && refund.is("status", "succeeded");
        return waits ? OptionalLong.of(refund.number("created") + HOUR) : OptionalLong.empty();
    }

    /** What was under way arrives, or what had arrived comes back. */
    static void turn(Shelf shelf, Json refund) {
        Json before = refund.copy();
        boolean arrives = refund.is("status", "pending");
        refund.set("status", arrives ? "succeeded" : "failed");
        if (!arrives) {
            Json charge = shelf.require(Kind.CHARGE, refund.string("charge"), "charge");
            charge.set("amount_refunded", charge.number("amount_refunded") - refund.number("amount"));
            charge.set("refunded", false);
            refund.set("failure_reason", "expired_or_canceled_card");
        }
        shelf.changed("refund.updated", refund, before);
        if (!arrives) {
            shelf.say("refund.failed", refund);
        }
    }

    private static TestCard card(Shelf shelf, Json charge) {
        return TestCard.of(shelf.require(Kind.PAYMENT_METHOD, charge.string("payment_method"), "payment_method"));
    }

    private static long left(Json charge) {
        return charge.is("status", "succeeded") ? charge.number("amount") - charge.number("amount_refunded") : 0;
    }
}
