package io.chom.embedded.stripe;

import java.util.List;

/** What settles invoices: payments of their own, and those that were made beside them. */
final class InvoicePayments {

    private static final String PATH = "/v1/invoice_payments";

    private InvoicePayments() {}

    static List<Route> routes() {
        return List.of(
                Route.post("/v1/invoices/*/attach_payment", "payment_intent payment_record", InvoicePayments::attach),
                Common.retrieve(PATH, Kind.INVOICE_PAYMENT),
                Listing.of(PATH, "invoice status payment.type payment.payment_intent", InvoicePayments::wanted));
    }

    private static List<Json> wanted(Call call) {
        Json payment = call.params().at("payment").copy();
        call.params().remove("payment");
        return call.shelf().all(Kind.INVOICE_PAYMENT).stream()
                .filter(each -> payment.names().stream()
                        .allMatch(name -> each.at("payment").is(name, payment.get(name))))
                .toList();
    }

    private static Json attach(Call call) {
        Shelf shelf = call.shelf();
        Json invoice = call.subject(Kind.INVOICE);
        Invoices.must(invoice, "attach a payment to", "open");
        if (!call.params().has("payment_intent")) {
            throw StripeError.missing("payment_intent").refused();
        }
        Json intent = shelf.require(Kind.PAYMENT_INTENT, call.params().string("payment_intent"), "payment_intent");
        check(shelf, invoice, intent);
        Json payment = shelf.keep(Collection.payment(shelf, invoice, intent, false));
        if (intent.is("status", "succeeded")) {
            Collection.credit(shelf, payment, intent);
        }
        return invoice;
    }

    private static void check(Shelf shelf, Json invoice, Json intent) {
        boolean same = intent.is("customer", invoice.get("customer")) && intent.is("currency", invoice.get("currency"));
        boolean used = shelf.all(Kind.INVOICE_PAYMENT).stream()
                .anyMatch(payment -> payment.at("payment").is("payment_intent", intent.id()));
        if (!same || used || intent.is("status", "canceled")) {
            throw StripeError.invalid(
                            null,
                            "payment_intent",
                            "The PaymentIntent must be of the invoice’s customer and currency, neither canceled nor attached to an invoice.")
                    .refused();
        }
    }
}
