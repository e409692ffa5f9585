package io.chom.embedded.stripe;

import java.net.URI;
import java.util.List;

/** Where events go. Only addresses of this machine are taken. */
final class WebhookEndpoints {

    private static final String PATH = "/v1/webhook_endpoints";
    private static final String FIELDS = "description metadata.* ";

    private WebhookEndpoints() {}

    static List<Route> routes() {
        return List.of(
                Route.post(PATH, FIELDS + "url! enabled_events! connect? api_version", WebhookEndpoints::create),
                Route.get(PATH + "/*", Fields.NONE, call -> withoutSecret(call.subject(Kind.WEBHOOK_ENDPOINT))),
                Route.post(PATH + "/*", FIELDS + "url enabled_events disabled?", WebhookEndpoints::update),
                Listing.of(
                        PATH,
                        "",
                        call -> call.shelf().all(Kind.WEBHOOK_ENDPOINT).stream()
                                .map(WebhookEndpoints::withoutSecret)
                                .toList()),
                Route.delete(PATH + "/*", "", WebhookEndpoints::delete));
    }

    static boolean hears(Json endpoint, String type) {
        List<String> events = endpoint.texts("enabled_events");
        return endpoint.is("status", "enabled") && (events.contains("*") || events.contains(type));
    }

    /** Has an address hear everything, of the platform's own account and of those connected to it; once, however often. */
    static void hear(Sandbox sandbox, URI address, String secret) {
        synchronized (sandbox) {
            Shelf platform = sandbox.platform();
            platform.keep(everything("we_own", address, secret));
            platform.keep(everything("we_connected", address, secret).set("application", "ca_sandbox"));
        }
    }

    private static Json everything(String id, URI address, String secret) {
        return Json.of("id", id)
                .set("object", Kind.WEBHOOK_ENDPOINT.object())
                .set("api_version", null)
                .set("application", null)
                .set("description", null)
                .set("enabled_events", List.of("*"))
                .set("secret", secret)
                .set("status", "enabled")
                .set("url", address.toString());
    }

    private static Json create(Call call) {
        check(call.params());
        Json params = call.params().copy();
        boolean connect = params.flag("connect");
        params.remove("connect");
        Json endpoint = call.shelf()
                .fresh(Kind.WEBHOOK_ENDPOINT)
                .set("api_version", null)
                .set("application", connect ? "ca_sandbox" : null)
                .set("description", null)
                .set("secret", Ids.next("whsec_"))
                .set("status", "enabled")
                .merge(params);
        return call.shelf().keep(endpoint);
    }

    private static Json update(Call call) {
        check(call.params());
        Json endpoint = call.subject(Kind.WEBHOOK_ENDPOINT);
        if (call.params().has("disabled")) {
            endpoint.set("status", call.params().flag("disabled") ? "disabled" : "enabled");
            call.params().remove("disabled");
        }
        return withoutSecret(Common.tidy(endpoint.merge(call.params())));
    }

    /** Nobody hears of this, as nobody would be there to hear. */
    private static Json delete(Call call) {
        Json endpoint = call.subject(Kind.WEBHOOK_ENDPOINT);
        call.shelf().remove(endpoint.id());
        return Common.gone(endpoint);
    }

    /** The secret is told once, when the endpoint is made. */
    private static Json withoutSecret(Json endpoint) {
        Json shown = endpoint.copy();
        shown.remove("secret");
        return shown;
    }

    private static void check(Json params) {
        params.text("url").filter(url -> !Urls.isLocal(url)).ifPresent(url -> {
            throw StripeError.invalid("url_invalid", "url", "Invalid URL: the sandbox reaches this machine only.")
                    .refused();
        });
    }
}
