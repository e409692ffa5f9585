package io.chom.embedded.stripe;

import java.util.List;

/** Money that goes back. */
final class Refunds {

    private static final String PATH = "/v1/refunds";

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
                .set("status", "succeeded");
        charge.set("amount_refunded", charge.number("amount_refunded") + amount);
        charge.set("refunded", left(charge) == 0);
        shelf.add(refund, "refund.created");
        shelf.say("charge.refunded", charge);
        return refund;
    }

    private static long left(Json charge) {
        return charge.is("status", "succeeded") ? charge.number("amount") - charge.number("amount_refunded") : 0;
    }
}
