package io.chom.embedded.stripe;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gets an open invoice paid. */
final class Collection {

    private Collection() {}

    /** Makes the payment that is to settle the invoice. */
    static void prepare(Shelf shelf, Json invoice) {
        Json intent = PaymentIntents.make(
                shelf,
                Json.of("amount", invoice.get("amount_remaining"))
                        .set("application_fee_amount", invoice.get("application_fee_amount"))
                        .set("currency", invoice.get("currency"))
                        .set("customer", invoice.get("customer"))
                        .set("description", "Invoice " + invoice.string("number"))
                        .set("transfer_data", invoice.get("transfer_data")));
        invoice.set(
                "confirmation_secret",
                Json.of("client_secret", intent.get("client_secret")).set("type", "payment_intent"));
        shelf.keep(payment(shelf, invoice, intent, true));
    }

    /** What binds a payment to an invoice; nobody keeps it yet. */
    static Json payment(Shelf shelf, Json invoice, Json intent, boolean isDefault) {
        Json payment = shelf.fresh(Kind.INVOICE_PAYMENT)
                .set("amount_paid", null)
                .set("amount_requested", isDefault ? invoice.get("amount_remaining") : intent.get("amount"))
                .set("currency", invoice.get("currency"))
                .set("invoice", invoice.id())
                .set("is_default", isDefault)
                .set("payment", Json.of("payment_intent", intent.id()).set("type", "payment_intent"))
                .set("status", "open");
        payment.remove("metadata");
        return payment;
    }

    /** The payment of the invoice's own that is to settle it, or did. */
    static Optional<Json> intent(Shelf shelf, Json invoice) {
        return shelf.all(Kind.INVOICE_PAYMENT, "invoice", invoice.id()).stream()
                .filter(payment -> payment.flag("is_default"))
                .findFirst()
                .flatMap(payment -> intent(shelf, payment.at("payment").string("payment_intent")));
    }

    private static Optional<Json> intent(Shelf shelf, String id) {
        return shelf.find(Kind.PAYMENT_INTENT, id);
    }

    /** {@code POST /v1/invoices/…/pay}. */
    static Json pay(Call call) {
        Shelf shelf = call.shelf();
        Json invoice = call.subject(Kind.INVOICE);
        if (invoice.is("status", "draft")) {
            Drafts.finish(shelf, invoice, call.base());
        }
        if (invoice.is("status", "paid")) {
            throw StripeError.state("invoice_already_paid", "Invoice is already paid")
                    .refused();
        }
        Invoices.must(invoice, "pay", "open", "uncollectible");
        if (call.params().flag("paid_out_of_band")) {
            intent(shelf, invoice).ifPresent(intent -> PaymentIntents.cancel(shelf, intent, null));
            invoice.set("paid_out_of_band", true);
            return paid(shelf, invoice, invoice.number("amount_remaining"));
        }
        String method = method(
                        shelf, invoice, call.params().text("payment_method").orElse(null))
                .orElseThrow(() -> noMethod().refused());
        boolean offSession = !call.params().has("off_session") || call.params().flag("off_session");
        attempt(shelf, invoice, method, offSession, call.base()).ifPresent(error -> {
            throw error.refused();
        });
        return invoice;
    }

    static StripeError noMethod() {
        return StripeError.invalid(
                "resource_missing",
                null,
                "This customer has no attached payment source or default payment method. Please consider adding a default payment method.");
    }

    /** What pays: the method named, that of the invoice, of its subscription, of its customer. */
    static Optional<String> method(Shelf shelf, Json invoice, @Nullable String named) {
        Optional<Json> subscription = Drafts.subscription(invoice).flatMap(id -> shelf.find(Kind.SUBSCRIPTION, id));
        Optional<Json> customer = shelf.find(Kind.CUSTOMER, invoice.string("customer"));
        return Stream.of(
                        Optional.ofNullable(named),
                        invoice.text("default_payment_method"),
                        subscription.flatMap(each -> each.text("default_payment_method")),
                        customer.flatMap(each -> each.at("invoice_settings").text("default_payment_method")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Tries to take the money of an open invoice.
     *
     * @return why it failed; nothing if it is paid or waits for a second step
     */
    static Optional<StripeError> attempt(Shelf shelf, Json invoice, String method, boolean offSession, String base) {
        Json intent = intent(shelf, invoice).orElseThrow();
        intent.set("amount", invoice.get("amount_remaining"));
        PaymentIntents.use(shelf, intent, method);
        invoice.set("attempted", true).set("attempt_count", invoice.number("attempt_count") + 1);
        Optional<StripeError> error = Charging.attempt(shelf, intent, offSession, base);
        if (error.isPresent()) {
            failed(shelf, invoice);
        } else if (intent.is("status", "requires_action")) {
            shelf.say("invoice.payment_action_required", invoice);
            SubscriptionStates.unpaid(shelf, invoice);
        }
        return error.map(each -> PaymentIntents.with(each, intent));
    }

    /** The attempt came to nothing: the next one is planned, and the subscription told. */
    static void failed(Shelf shelf, Json invoice) {
        invoice.set("next_payment_attempt", Retries.next(shelf, invoice));
        shelf.say("invoice.payment_failed", invoice);
        shelf.say("invoice.updated", invoice);
        SubscriptionStates.unpaid(shelf, invoice);
    }

    /** A payment has succeeded: if it is that of an invoice, the invoice is paid. */
    static void settled(Shelf shelf, Json intent) {
        shelf.all(Kind.INVOICE_PAYMENT).stream()
                .filter(payment -> payment.at("payment").is("payment_intent", intent.id()))
                .filter(payment -> payment.is("status", "open"))
                .findFirst()
                .ifPresent(payment -> credit(shelf, payment, intent));
    }

    /** What came in by a payment is the invoice's; once nothing is left to pay, its own payment is not wanted any more. */
    static void credit(Shelf shelf, Json payment, Json intent) {
        Json invoice = shelf.require(Kind.INVOICE, payment.string("invoice"), "invoice");
        long received = intent.number("amount_received");
        long left = invoice.number("amount_remaining");
        payment.set("amount_paid", received).set("status", "paid");
        if (received < left) {
            invoice.set("amount_paid", invoice.number("amount_paid") + received)
                    .set("amount_remaining", left - received);
            shelf.say("invoice.updated", invoice);
        } else {
            intent(shelf, invoice)
                    .filter(own -> !own.id().equals(intent.id()))
                    .ifPresent(own -> PaymentIntents.cancel(shelf, own, null));
            invoice.set("amount_overpaid", received - left);
            paid(shelf, invoice, left);
        }
        shelf.say("invoice_payment.paid", payment);
    }

    /** So much came in and nothing is left to pay. */
    static Json paid(Shelf shelf, Json invoice, long amount) {
        long paid = invoice.number("amount_paid") + amount;
        invoice.set("amount_paid", paid)
                .set("amount_remaining", 0L)
                .set("attempted", true)
                .set("next_payment_attempt", null)
                .set("status", "paid");
        invoice.at("status_transitions").set("paid_at", shelf.now(invoice));
        shelf.say("invoice.paid", invoice);
        if (amount > 0 || invoice.number("total") == 0) {
            shelf.say("invoice.payment_succeeded", invoice);
        }
        shelf.say("invoice.updated", invoice);
        SubscriptionStates.paid(shelf, invoice);
        return invoice;
    }
}
