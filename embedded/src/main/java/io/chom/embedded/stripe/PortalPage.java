package io.chom.embedded.stripe;

import static io.chom.embedded.web.Html.escape;

import io.chom.embedded.web.Answer;
import java.util.List;
import java.util.stream.Collectors;

/** The page on which a customer cancels, goes on, changes the card and reads invoices. */
final class PortalPage {

    private PortalPage() {}

    static Answer answer(Call call, boolean post) {
        Json session = call.subject(Kind.BILLING_PORTAL_SESSION);
        Json customer = call.shelf().require(Kind.CUSTOMER, session.string("customer"), "customer");
        if (!post) {
            return show(call.shelf(), session, customer, 200, "");
        }
        try {
            act(call, customer);
            return Answer.redirect(session.string("url"));
        } catch (StripeError.Refused e) {
            return show(
                    call.shelf(),
                    session,
                    customer,
                    e.error().status(),
                    e.error().message());
        }
    }

    private static void act(Call call, Json customer) {
        Json form = call.params();
        if (form.is("action", "card")) {
            card(call.shelf(), customer, Forms.typed(form));
            return;
        }
        Json subscription = call.shelf()
                .require(Kind.SUBSCRIPTION, form.text("subscription").orElse(""), "subscription");
        if (subscription.is("customer", customer.id())) {
            Json change = Json.of("cancel_at_period_end", form.is("action", "cancel"));
            var unused = SubscriptionChanges.update(
                    new Call(call.sandbox(), call.shelf(), List.of(subscription.id()), change, call.base()));
        }
    }

    private static void card(Shelf shelf, Json customer, TestCard card) {
        Json method = PaymentMethods.attach(shelf, PaymentMethods.make(shelf, card), customer.id());
        Json before = customer.copy();
        customer.at("invoice_settings").set("default_payment_method", method.id());
        shelf.changed("customer.updated", customer, before);
        shelf.all(Kind.SUBSCRIPTION, "customer", customer.id()).forEach(subscription -> {
            if (subscription.has("default_payment_method")) {
                subscription.set("default_payment_method", method.id());
            }
        });
    }

    private static Answer show(Shelf shelf, Json session, Json customer, int status, String problem) {
        String back =
                session.text("return_url").map(url -> Forms.link("← Back", url)).orElse("");
        return Forms.page(
                status,
                "Your subscriptions",
                Forms.alert(problem)
                        + subscriptions(shelf, customer)
                        + "<h2>Card</h2>"
                        + Forms.form(method(shelf, customer)
                                + Forms.card()
                                + Forms.button("Use this card", "action", "card"))
                        + "<h2>Invoices</h2>"
                        + invoices(shelf, customer)
                        + back);
    }

    private static String subscriptions(Shelf shelf, Json customer) {
        return shelf.all(Kind.SUBSCRIPTION, "customer", customer.id()).stream()
                .filter(subscription -> !subscription.has("ended_at"))
                .map(subscription -> subscription(shelf, subscription))
                .collect(Collectors.joining("\n"));
    }

    private static String subscription(Shelf shelf, Json subscription) {
        String product = shelf.find(SubscriptionItems.price(subscription).string("product"))
                .flatMap(found -> found.text("name"))
                .orElse("");
        boolean ending = subscription.flag("cancel_at_period_end");
        return Forms.form("<p><strong>%s</strong> <span class=\"quiet\">%s%s</span></p>"
                        .formatted(
                                escape(product), subscription.string("status"), ending ? ", ends with its period" : "")
                + Forms.hidden("subscription", subscription.id())
                + (ending
                        ? Forms.button("Keep", "action", "keep")
                        : Forms.button("Cancel at the end of the period", "action", "cancel")));
    }

    private static String method(Shelf shelf, Json customer) {
        return shelf.all(Kind.SUBSCRIPTION, "customer", customer.id()).stream()
                .flatMap(subscription -> subscription.text("default_payment_method").stream())
                .findFirst()
                .or(() -> customer.at("invoice_settings").text("default_payment_method"))
                .flatMap(shelf::find)
                .map(method -> "<p>Now: %s ending in %s</p>"
                        .formatted(
                                method.at("card").string("brand"),
                                method.at("card").string("last4")))
                .orElse("");
    }

    private static String invoices(Shelf shelf, Json customer) {
        return shelf.all(Kind.INVOICE, "customer", customer.id()).stream()
                .filter(invoice -> invoice.has("hosted_invoice_url"))
                .map(invoice -> "<li><a href=\"%s\"><strong>%s</strong><span class=\"quiet\">%s, %s</span></a></li>"
                        .formatted(
                                escape(invoice.string("hosted_invoice_url")),
                                escape(invoice.string("number")),
                                Forms.money(invoice.number("total"), invoice.string("currency")),
                                invoice.string("status")))
                .collect(Collectors.joining("\n", "<div class=\"card\"><ul class=\"list\">", "</ul></div>"));
    }
}
