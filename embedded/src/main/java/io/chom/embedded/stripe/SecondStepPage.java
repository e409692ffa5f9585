package io.chom.embedded.stripe;

import io.chom.embedded.web.Answer;

/** The page on which a bank would ask whether it is really you. */
final class SecondStepPage {

    private SecondStepPage() {}

    static Answer answer(Call call, boolean post) {
        Json intent = call.subject(Kind.PAYMENT_INTENT);
        String amount = Forms.money(intent.number("amount"), intent.string("currency"));
        if (!post) {
            return Forms.page(
                    200,
                    "Confirm the payment of " + amount,
                    Forms.form(
                            """
                    <p>Your bank would ask here whether it is you.</p>
                    """ + Forms.button("Confirm", "confirm", "yes") + Forms.button("Refuse", "confirm", "no")));
        }
        Charging.finishSecondStep(call.shelf(), intent, call.params().is("confirm", "yes"));
        String status = intent.is("status", "succeeded") ? "succeeded" : "failed";
        return intent.text("return_url")
                .map(url -> Answer.redirect("%s%spayment_intent=%s&redirect_status=%s"
                        .formatted(url, url.contains("?") ? "&" : "?", intent.id(), status)))
                .orElseGet(() -> Forms.page(200, "The payment of " + amount + " has " + status, ""));
    }
}
