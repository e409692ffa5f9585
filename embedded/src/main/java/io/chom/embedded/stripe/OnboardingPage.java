package io.chom.embedded.stripe;

import io.chom.embedded.web.Answer;
import java.util.List;

/** The page on which the owner of a connected account tells Stripe about their business. */
final class OnboardingPage {

    private OnboardingPage() {}

    static Answer answer(Call call, boolean post) {
        Json account = call.sandbox().platform().require(Kind.ACCOUNT, call.id(), "account");
        if (!post) {
            return Forms.page(
                    200,
                    "Connect your account",
                    Forms.form("""
                    <p>Stripe would ask here who you are and where your money goes.</p>
                    """
                            + Forms.hidden(
                                    "return_url",
                                    call.params().text("return_url").orElse(""))
                            + Forms.button("All is told", "action", "finish")));
        }
        Json before = account.copy();
        account.set("charges_enabled", true)
                .set("details_submitted", true)
                .set("payouts_enabled", true)
                .set("requirements", Json.of("currently_due", List.of()));
        Json capabilities = account.at("capabilities");
        capabilities.names().forEach(name -> capabilities.set(name, "active"));
        call.shelf().changed("account.updated", account, before);
        return call.params()
                .text("return_url")
                .filter(Urls::isWeb)
                .map(Answer::redirect)
                .orElseGet(() -> Forms.page(200, "Your account is connected", ""));
    }
}
