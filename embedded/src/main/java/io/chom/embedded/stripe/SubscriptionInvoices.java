package io.chom.embedded.stripe;

import java.math.BigDecimal;
import java.util.List;

/** The invoices of a subscription. */
final class SubscriptionInvoices {

    private static final long HOUR = 3_600;

    private SubscriptionInvoices() {}

    /** A draft for the subscription, with what waits for it; nobody has been told. */
    static Json draft(Shelf shelf, Json subscription, String reason) {
        Json customer = shelf.require(Kind.CUSTOMER, subscription.string("customer"), "customer");
        Json invoice = Drafts.make(shelf, customer, subscription, reason);
        List<String> discounts = Discounts.running(shelf, subscription.texts("discounts"), shelf.now(subscription));
        return invoice.set("discounts", discounts);
    }

    /** What will be used, paid before: whole, or the part of a period that begins in the middle. */
    static void addAhead(Shelf shelf, Json invoice, Json subscription, Period period) {
        for (Json item : SubscriptionItems.of(subscription)) {
            if (!SubscriptionItems.metered(item)) {
                BigDecimal quantity = BigDecimal.valueOf(item.number("quantity", 1));
                Json line = InvoiceLines.of(item, subscription, quantity, period.start(), period.end());
                long whole = period.whole(item.at("price"));
                if (period.length() < whole) {
                    long part = Pricing.share(line.number("amount"), period.length(), whole);
                    line.set("amount", part).set("subtotal", part);
                }
                InvoiceLines.add(shelf, invoice, line);
            }
        }
    }

    /** A trial costs nothing and says so. */
    static void addTrial(Shelf shelf, Json invoice, Json subscription, Period period) {
        for (Json item : SubscriptionItems.of(subscription)) {
            BigDecimal quantity = BigDecimal.valueOf(item.number("quantity", 1));
            Json line = InvoiceLines.of(item, subscription, quantity, period.start(), period.end());
            InvoiceLines.add(
                    shelf, invoice, line.set("amount", 0L).set("subtotal", 0L).set("description", "Trial period"));
        }
    }

    /** What was used, paid afterwards. */
    static void addUsed(Shelf shelf, Json invoice, Json subscription, Period period) {
        for (Json item : SubscriptionItems.of(subscription)) {
            if (SubscriptionItems.metered(item)) {
                String meter = item.at("price").at("recurring").string("meter");
                BigDecimal used = Meters.used(
                        shelf,
                        shelf.require(Kind.BILLING_METER, meter, "meter"),
                        subscription.string("customer"),
                        period);
                InvoiceLines.add(
                        shelf, invoice, InvoiceLines.of(item, subscription, used, period.start(), period.end()));
            }
        }
    }

    /** Adds what waits, sums up, and tells of the new invoice. */
    static Json keep(Shelf shelf, Json invoice, Json subscription) {
        InvoiceLines.addPending(shelf, invoice, subscription.id());
        Totals.compute(shelf, invoice);
        subscription
                .set("latest_invoice", invoice.id())
                .set("discounts", Discounts.lasting(shelf, invoice.texts("discounts")));
        return shelf.add(invoice, "invoice.created");
    }

    /** Leaves the draft open to changes for an hour, as far as collection is not paused. */
    static void later(Shelf shelf, Json invoice, Json subscription) {
        Json pause = subscription.at("pause_collection");
        if (pause.is("behavior", "keep_as_draft")) {
            invoice.set("auto_advance", false);
        } else {
            invoice.set("automatically_finalizes_at", shelf.now(invoice) + HOUR);
        }
    }

    /** Makes the invoice payable now, and takes the money if it is to be taken. */
    static void collect(Shelf shelf, Json invoice, String base) {
        Drafts.finish(shelf, invoice, base);
        if (!invoice.is("status", "open")) {
            return;
        }
        if (paused(shelf, invoice)) {
            return;
        }
        if (invoice.is("collection_method", "send_invoice")) {
            shelf.say("invoice.sent", invoice);
            return;
        }
        retry(shelf, invoice, base);
    }

    /** Takes the money of an open invoice, once more. */
    static void retry(Shelf shelf, Json invoice, String base) {
        invoice.set("next_payment_attempt", null);
        Collection.method(shelf, invoice, null)
                .ifPresentOrElse(
                        method -> {
                            var unused = Collection.attempt(shelf, invoice, method, true, base);
                        },
                        () -> {
                            invoice.set("attempted", true).set("attempt_count", invoice.number("attempt_count") + 1);
                            Collection.failed(shelf, invoice);
                        });
    }

    private static boolean paused(Shelf shelf, Json invoice) {
        String behavior = Drafts.subscription(invoice)
                .flatMap(id -> shelf.find(Kind.SUBSCRIPTION, id))
                .flatMap(subscription -> subscription.at("pause_collection").text("behavior"))
                .orElse("");
        switch (behavior) {
            case "void" -> Invoices.end(shelf, invoice, "void", "voided_at", "invoice.voided");
            case "mark_uncollectible" ->
                Invoices.end(
                        shelf, invoice, "uncollectible", "marked_uncollectible_at", "invoice.marked_uncollectible");
            default -> {
                return false;
            }
        }
        return true;
    }
}
