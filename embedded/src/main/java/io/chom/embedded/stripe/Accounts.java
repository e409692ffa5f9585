package io.chom.embedded.stripe;

import java.util.List;

/** The account of the key and those connected to it. */
final class Accounts {

    private static final String FIELDS = "email business_type capabilities.card_payments.requested? "
            + "capabilities.transfers.requested? business_profile.name business_profile.url default_currency "
            + "metadata.* settings.payouts.schedule.* settings.dashboard.* settings.branding.* ";

    private Accounts() {}

    static List<Route> routes() {
        return List.of(
                Route.get("/v1/account", Fields.NONE, Accounts::own),
                Route.post(
                        "/v1/accounts",
                        FIELDS + "type country controller.fees.payer controller.losses.payments "
                                + "controller.stripe_dashboard.type controller.requirement_collection",
                        Accounts::create),
                Listing.of(
                        "/v1/accounts",
                        "",
                        call -> call.sandbox().platform().all(Kind.ACCOUNT).stream()
                                .filter(account -> !account.is(
                                        "id", call.sandbox().platform().account()))
                                .toList()),
                Route.get("/v1/accounts/*", Fields.NONE, call -> subject(call)),
                Route.post("/v1/accounts/*", FIELDS, call -> Common.change(call, subject(call), "account.updated")),
                Route.delete("/v1/accounts/*", "", Accounts::delete),
                Route.post("/v1/account_links", "account! type! refresh_url return_url collect", Accounts::link));
    }

    /** The account that the platform's own key has. */
    static Json platform(String id, long now) {
        return filled(Kind.ACCOUNT.fresh(now).set("id", id))
                .set("charges_enabled", true)
                .set("details_submitted", true)
                .set("payouts_enabled", true)
                .set("email", "sandbox@localhost")
                .set("type", "standard");
    }

    private static Json filled(Json account) {
        return account.set("business_profile", new Json())
                .set("business_type", null)
                .set("capabilities", new Json())
                .set("charges_enabled", false)
                .set("country", "DE")
                .set("default_currency", "eur")
                .set("details_submitted", false)
                .set("email", null)
                .set("payouts_enabled", false)
                .set("requirements", Json.of("currently_due", List.of("external_account")))
                .set(
                        "settings",
                        Json.of("dashboard", Json.of("display_name", "Sandbox").set("timezone", "Etc/UTC")));
    }

    private static Json own(Call call) {
        return call.sandbox().platform().require(Kind.ACCOUNT, call.shelf().account(), "id");
    }

    private static Json create(Call call) {
        Json account = filled(call.shelf().fresh(Kind.ACCOUNT)).set("type", "none");
        Json asked = call.params().at("capabilities");
        Json params = call.params().copy();
        params.remove("capabilities");
        account.merge(params);
        asked.names().forEach(name -> account.at("capabilities").set(name, "inactive"));
        call.sandbox().platform().keep(account);
        call.sandbox().open(account.id()).say("account.updated", account);
        return account;
    }

    /** The account is kept by the platform; its own objects have a place of their own. */
    private static Json subject(Call call) {
        return call.sandbox().platform().require(Kind.ACCOUNT, call.id(), "account");
    }

    private static Json delete(Call call) {
        Json account = subject(call);
        call.sandbox().platform().remove(account.id());
        return Common.gone(account);
    }

    private static Json link(Call call) {
        String account = call.params().string("account");
        call.sandbox().platform().require(Kind.ACCOUNT, account, "account");
        long now = call.shelf().now();
        String back = call.params().text("return_url").orElse("");
        String url = "%s/onboard/%s/%s?return_url=%s".formatted(call.base(), account, account, Urls.encode(back));
        return Json.of("object", "account_link")
                .set("created", now)
                .set("expires_at", now + 300)
                .set("url", url);
    }
}
