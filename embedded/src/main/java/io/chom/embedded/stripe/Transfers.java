package io.chom.embedded.stripe;

import java.util.List;

/** Money from the platform to connected accounts. */
final class Transfers {

    private static final String PATH = "/v1/transfers";

    private Transfers() {}

    static List<Route> routes() {
        return List.of(
                Route.post(
                        PATH,
                        "amount#! currency! destination! description metadata.* source_transaction transfer_group",
                        Transfers::create),
                Common.retrieve(PATH, Kind.TRANSFER),
                Common.update(PATH, Kind.TRANSFER, "description metadata.*", "transfer.updated"),
                Listing.of(PATH, Kind.TRANSFER, "destination transfer_group"),
                Route.post(PATH + "/*/reversals", "amount# description metadata.*", Transfers::reverse));
    }

    private static Json create(Call call) {
        Json params = call.params();
        call.sandbox().platform().require(Kind.ACCOUNT, params.string("destination"), "destination");
        call.shelf().named(Kind.CHARGE, params, "source_transaction");
        if (params.number("amount") < 1) {
            throw StripeError.invalid(
                            "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.")
                    .refused();
        }
        Json transfer = call.shelf()
                .fresh(Kind.TRANSFER)
                .set("amount_reversed", 0L)
                .set("description", null)
                .set("reversed", false)
                .set("reversals", Json.list(PATH, List.of(), false))
                .set("source_transaction", null)
                .set("source_type", "card")
                .set("transfer_group", null)
                .merge(params);
        return call.shelf().add(Common.tidy(transfer), "transfer.created");
    }

    private static Json reverse(Call call) {
        Json transfer = call.subject(Kind.TRANSFER);
        long left = transfer.number("amount") - transfer.number("amount_reversed");
        long amount = call.params().number("amount", left);
        if (amount < 1 || amount > left) {
            throw StripeError.invalid(
                            null,
                            "amount",
                            "Transfer reversal amount (%d) is greater than what is left of the transfer (%d)."
                                    .formatted(amount, left))
                    .refused();
        }
        transfer.set("amount_reversed", transfer.number("amount_reversed") + amount)
                .set("reversed", amount == left);
        call.shelf().say("transfer.reversed", transfer);
        return Json.of("id", Ids.next("trr_"))
                .set("object", "transfer_reversal")
                .set("amount", amount)
                .set("created", call.shelf().now())
                .set("currency", transfer.get("currency"))
                .set("metadata", call.params().at("metadata").copy())
                .set("transfer", transfer.id());
    }
}
