package io.chom.embedded.stripe;

import java.util.List;

/** What is to be paid, from the draft to its end. */
final class Invoices {

    private static final String PATH = "/v1/invoices";
    private static final String FIELDS = "auto_advance? collection_method days_until_due# default_payment_method "
            + "description due_date# footer metadata.* application_fee_amount# transfer_data.destination "
            + "transfer_data.amount# custom_fields.name custom_fields.value number statement_descriptor "
            + "automatic_tax.enabled? payment_settings.payment_method_types effective_at# "
            + "automatically_finalizes_at# on_behalf_of " + Discounts.FIELDS;

    private Invoices() {}

    static List<Route> routes() {
        return List.of(
                Previews.route(),
                Route.post(
                        PATH,
                        FIELDS + "customer! currency subscription pending_invoice_items_behavior",
                        Invoices::create),
                Common.retrieve(PATH, Kind.INVOICE),
                Route.post(PATH + "/*", FIELDS, Invoices::update),
                Listing.of(PATH, "customer status subscription collection_method", Invoices::wanted),
                Route.delete(PATH + "/*", "", Invoices::delete),
                InvoiceLines.route(),
                Listing.of(
                        PATH + "/*/lines",
                        "",
                        call -> call.subject(Kind.INVOICE).objects("lines")),
                Route.post(PATH + "/*/finalize", "auto_advance?", Invoices::finish),
                Route.post(PATH + "/*/pay", "payment_method off_session? paid_out_of_band? forgive?", Collection::pay),
                Route.post(PATH + "/*/send", "", Invoices::send),
                Route.post(PATH + "/*/void", "", call -> end(call, "void", "voided_at", "invoice.voided")),
                Route.post(
                        PATH + "/*/mark_uncollectible",
                        "",
                        call -> end(call, "uncollectible", "marked_uncollectible_at", "invoice.marked_uncollectible")));
    }

    private static Json create(Call call) {
        Shelf shelf = call.shelf();
        Json params = call.params();
        Json customer = shelf.require(Kind.CUSTOMER, params.string("customer"), "customer");
        Json subscription =
                shelf.named(Kind.SUBSCRIPTION, params, "subscription").orElse(null);
        Json given = params.copy();
        boolean pending = params.is("pending_invoice_items_behavior", "include") || subscription != null;
        given.remove("pending_invoice_items_behavior");
        given.remove("subscription");
        given.remove("discounts");
        Json invoice = Drafts.make(shelf, customer, subscription, "manual").merge(given);
        invoice.set("currency", params.text("currency").orElseGet(() -> currency(shelf, customer)))
                .set("discounts", Discounts.make(shelf, params.objects("discounts"), customer));
        if (pending) {
            InvoiceLines.addPending(shelf, invoice, subscription == null ? null : subscription.id());
        }
        Totals.compute(shelf, invoice);
        if (invoice.flag("auto_advance")) {
            later(shelf, invoice, "automatically_finalizes_at");
        }
        return shelf.add(Common.tidy(invoice), "invoice.created");
    }

    private static String currency(Shelf shelf, Json customer) {
        return customer.text("currency")
                .or(() -> shelf.all(Kind.INVOICEITEM, "customer", customer.id()).stream()
                        .findFirst()
                        .flatMap(item -> item.text("currency")))
                .orElse("eur");
    }

    private static Json update(Call call) {
        Json invoice = call.subject(Kind.INVOICE);
        Json params = call.params();
        boolean harmless = invoice.is("status", "draft")
                || params.names().stream().allMatch(List.of("metadata", "auto_advance", "description")::contains);
        if (!harmless) {
            throw StripeError.state("invoice_not_editable", "Finalized invoices can’t be updated in this way.")
                    .refused();
        }
        if (params.names("discounts")) {
            Json customer = call.shelf().require(Kind.CUSTOMER, invoice.string("customer"), "customer");
            params.set("discounts", Discounts.make(call.shelf(), params.objects("discounts"), customer));
        }
        Json before = invoice.copy();
        Common.tidy(invoice.merge(params));
        if (invoice.is("status", "draft")) {
            Totals.compute(call.shelf(), invoice);
        }
        call.shelf().changed("invoice.updated", invoice, before);
        return invoice;
    }

    private static List<Json> wanted(Call call) {
        String subscription = call.params().text("subscription").orElse(null);
        call.params().remove("subscription");
        return call.shelf().all(Kind.INVOICE).stream()
                .filter(invoice -> subscription == null
                        || Drafts.subscription(invoice)
                                .filter(subscription::equals)
                                .isPresent())
                .toList();
    }

    private static Json delete(Call call) {
        Json invoice = call.subject(Kind.INVOICE);
        must(invoice, "delete", "draft");
        call.shelf().all(Kind.INVOICEITEM, "invoice", invoice.id()).forEach(item -> item.set("invoice", null));
        call.shelf().remove(invoice.id());
        call.shelf().say("invoice.deleted", invoice);
        return Common.gone(invoice);
    }

    private static Json finish(Call call) {
        Json invoice = call.subject(Kind.INVOICE);
        must(invoice, "finalize", "draft");
        if (call.params().has("auto_advance")) {
            invoice.set("auto_advance", call.params().flag("auto_advance"));
        }
        Drafts.finish(call.shelf(), invoice, call.base());
        if (invoice.is("status", "open") && invoice.flag("auto_advance")) {
            later(call.shelf(), invoice, "next_payment_attempt");
        }
        return invoice;
    }

    /** What happens by itself happens in an hour. */
    private static void later(Shelf shelf, Json invoice, String what) {
        if (what.equals("automatically_finalizes_at") || invoice.is("collection_method", "charge_automatically")) {
            invoice.set(what, shelf.now(invoice) + 3_600);
        }
    }

    private static Json send(Call call) {
        Json invoice = call.subject(Kind.INVOICE);
        if (!invoice.is("collection_method", "send_invoice")) {
            throw StripeError.invalid(
                            null,
                            null,
                            "You can only manually send an invoice if its collection method is ‘send_invoice’.")
                    .refused();
        }
        if (invoice.is("status", "draft")) {
            Drafts.finish(call.shelf(), invoice, call.base());
        }
        call.shelf().say("invoice.sent", invoice);
        return invoice;
    }

    private static Json end(Call call, String status, String when, String event) {
        Json invoice = call.subject(Kind.INVOICE);
        must(invoice, "change", "open", "uncollectible");
        return end(call.shelf(), invoice, status, when, event);
    }

    /** Ends an open invoice without its money. */
    static Json end(Shelf shelf, Json invoice, String status, String when, String event) {
        invoice.set("status", status).set("next_payment_attempt", null);
        invoice.at("status_transitions").set(when, shelf.now(invoice));
        if (status.equals("void")) {
            invoice.set("amount_remaining", 0L);
            Collection.intent(shelf, invoice)
                    .filter(intent -> !intent.is("status", "canceled"))
                    .ifPresent(intent -> PaymentIntents.cancel(shelf, intent, "void_invoice"));
        }
        shelf.say(event, invoice);
        shelf.say("invoice.updated", invoice);
        return invoice;
    }

    static void must(Json invoice, String verb, String... states) {
        if (!List.of(states).contains(invoice.string("status"))) {
            throw StripeError.state(
                            "invoice_not_editable",
                            "You can’t %s an invoice whose status is %s.".formatted(verb, invoice.string("status")))
                    .refused();
        }
    }
}
