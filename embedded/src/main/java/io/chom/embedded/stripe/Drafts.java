package io.chom.embedded.stripe;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an invoice begins, and how it becomes one that is to be paid. */
final class Drafts {

    private static final long DAY = 86_400;

    private Drafts() {}

    /** A new draft without lines, which nobody keeps yet. */
    static Json make(Shelf shelf, Json customer, @Nullable Json subscription, String reason) {
        long now = shelf.now(customer);
        Json invoice = shelf.fresh(Kind.INVOICE).set("created", now);
        zeros(invoice);
        nulls(invoice);
        invoice.set("attempted", false)
                .set("auto_advance", subscription != null)
                .set("automatic_tax", Json.of("enabled", false))
                .set("billing_reason", reason)
                .set("collection_method", "charge_automatically")
                .set("currency", "eur")
                .set("customer", customer.id())
                .set("discounts", List.of())
                .set("period_end", now)
                .set("period_start", now)
                .set("status", "draft")
                .set("status_transitions", transitions())
                .set("test_clock", customer.get("test_clock"));
        for (String name : new String[] {"address", "email", "name", "phone"}) {
            invoice.set("customer_" + name, customer.get(name));
        }
        InvoiceLines.clear(invoice);
        if (subscription != null) {
            from(invoice, subscription);
        }
        return invoice;
    }

    private static Json transitions() {
        return Json.of("finalized_at", null)
                .set("marked_uncollectible_at", null)
                .set("paid_at", null)
                .set("voided_at", null);
    }

    private static void zeros(Json invoice) {
        for (String name : "amount_due amount_overpaid amount_paid amount_remaining amount_shipping attempt_count "
                .concat("post_payment_credit_notes_amount pre_payment_credit_notes_amount starting_balance")
                .split(" ")) {
            invoice.set(name, 0L);
        }
    }

    private static void nulls(Json invoice) {
        for (String name : "application_fee_amount automatically_finalizes_at default_payment_method description "
                .concat("due_date ending_balance footer hosted_invoice_url invoice_pdf ")
                .concat("next_payment_attempt number parent")
                .split(" ")) {
            invoice.set(name, null);
        }
    }

    private static void from(Json invoice, Json subscription) {
        Json details = Json.of("metadata", subscription.at("metadata").copy()).set("subscription", subscription.id());
        invoice.set("parent", Json.of("subscription_details", details).set("type", "subscription_details"))
                .set("collection_method", subscription.get("collection_method"))
                .set("currency", subscription.get("currency"))
                .set("days_until_due", subscription.get("days_until_due"))
                .set("default_payment_method", subscription.get("default_payment_method"));
    }

    /** The subscription that an invoice is for. */
    static Optional<String> subscription(Json invoice) {
        return invoice.at("parent").at("subscription_details").text("subscription");
    }

    /** Gives the draft its number and makes it payable; one of nothing is paid at once. */
    static Json finish(Shelf shelf, Json invoice, String base) {
        Json customer = shelf.require(Kind.CUSTOMER, invoice.string("customer"), "customer");
        long now = shelf.now(invoice);
        useBalance(shelf, invoice, customer);
        if (!invoice.has("number")) {
            invoice.set("number", number(customer));
        }
        if (!invoice.has("effective_at")) {
            invoice.set("effective_at", now);
        }
        customer.set("currency", invoice.get("currency"));
        invoice.set("automatically_finalizes_at", null)
                .set("hosted_invoice_url", "%s/invoice/%s/%s".formatted(base, shelf.account(), invoice.id()))
                .set("invoice_pdf", "%s/invoice/%s/%s/pdf".formatted(base, shelf.account(), invoice.id()))
                .set("status", "open");
        invoice.at("status_transitions").set("finalized_at", now);
        if (invoice.is("collection_method", "send_invoice") && !invoice.has("due_date")) {
            invoice.set("due_date", now + invoice.number("days_until_due", 30) * DAY);
        }
        invoice.remove("days_until_due");
        if (invoice.number("amount_due") > 0) {
            Collection.prepare(shelf, invoice);
        }
        shelf.say("invoice.finalized", invoice);
        if (invoice.number("amount_due") == 0) {
            Collection.paid(shelf, invoice, 0);
        }
        return invoice;
    }

    private static String number(Json customer) {
        long next = customer.number("next_invoice_sequence", 1);
        customer.set("next_invoice_sequence", next + 1);
        return "%s-%04d".formatted(customer.string("invoice_prefix"), next);
    }

    /** What the customer has in credit (below zero) pays first; a negative invoice adds to it. */
    static void useBalance(Shelf shelf, Json invoice, Json customer) {
        Json before = customer.copy();
        long balance = customer.number("balance");
        long total = invoice.number("total");
        long due = Math.max(0, total + balance);
        long left = total + balance - due;
        invoice.set("starting_balance", balance).set("ending_balance", left);
        Totals.due(invoice, due);
        customer.set("balance", left);
        shelf.changed("customer.updated", customer, before);
    }
}
