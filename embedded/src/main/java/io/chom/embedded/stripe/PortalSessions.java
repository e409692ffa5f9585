package io.chom.embedded.stripe;

import java.util.List;

/** A customer’s visit to the page on which they look after what they bought. */
final class PortalSessions {

    private static final String CONFIGURATIONS = "/v1/billing_portal/configurations";
    private static final String CONFIGURATION = "business_profile.headline business_profile.privacy_policy_url "
            + "business_profile.terms_of_service_url default_return_url metadata.* features.customer_update.enabled? "
            + "features.customer_update.allowed_updates features.invoice_history.enabled? "
            + "features.payment_method_update.enabled? features.subscription_cancel.enabled? "
            + "features.subscription_cancel.mode features.subscription_update.enabled? "
            + "features.subscription_update.default_allowed_updates "
            + "features.subscription_update.proration_behavior ";

    private PortalSessions() {}

    static List<Route> routes() {
        return List.of(
                Route.post(
                        "/v1/billing_portal/sessions",
                        "customer! return_url configuration locale flow_data.type on_behalf_of "
                                + "flow_data.subscription_cancel.subscription "
                                + "flow_data.subscription_update.subscription",
                        PortalSessions::create),
                Route.post(CONFIGURATIONS, CONFIGURATION, PortalSessions::configure),
                Common.retrieve(CONFIGURATIONS, Kind.BILLING_PORTAL_CONFIGURATION),
                Common.update(
                        CONFIGURATIONS,
                        Kind.BILLING_PORTAL_CONFIGURATION,
                        CONFIGURATION + "active?",
                        "billing_portal.configuration.updated"),
                Listing.of(CONFIGURATIONS, Kind.BILLING_PORTAL_CONFIGURATION, "active? is_default?"));
    }

    private static Json create(Call call) {
        Shelf shelf = call.shelf();
        Json params = call.params();
        shelf.require(Kind.CUSTOMER, params.string("customer"), "customer");
        shelf.named(Kind.BILLING_PORTAL_CONFIGURATION, params, "configuration");
        Json session = shelf.fresh(Kind.BILLING_PORTAL_SESSION)
                .set("configuration", params.get("configuration"))
                .set("customer", params.get("customer"))
                .set("flow", params.has("flow_data") ? params.at("flow_data").copy() : null)
                .set("locale", params.get("locale"))
                .set("on_behalf_of", null)
                .set("return_url", params.get("return_url"));
        session.remove("metadata");
        session.set("url", "%s/portal/%s/%s".formatted(call.base(), shelf.account(), session.id()));
        return shelf.add(session, "billing_portal.session.created");
    }

    private static Json configure(Call call) {
        Json configuration = call.shelf()
                .fresh(Kind.BILLING_PORTAL_CONFIGURATION)
                .set("active", true)
                .set("business_profile", new Json())
                .set("default_return_url", null)
                .set("is_default", false)
                .set("updated", call.shelf().now())
                .merge(call.params());
        return call.shelf().add(Common.tidy(configuration), "billing_portal.configuration.created");
    }
}
