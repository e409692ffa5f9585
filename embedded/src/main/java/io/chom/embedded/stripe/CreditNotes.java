package io.chom.embedded.stripe;

import java.util.ArrayList;
import java.util.List;

/** What is taken back from an invoice that can no longer change. */
final class CreditNotes {

    private static final String PATH = "/v1/credit_notes";
    private static final String FIELDS = "invoice! amount# credit_amount# refund_amount# out_of_band_amount# memo "
            + "metadata.* reason effective_at# lines.type lines.invoice_line_item lines.amount# lines.quantity# "
            + "lines.description lines.unit_amount# ";

    private CreditNotes() {}

    static List<Route> routes() {
        return List.of(
                Route.post(PATH, FIELDS + "email_type", CreditNotes::create),
                Common.retrieve(PATH, Kind.CREDIT_NOTE),
                Common.update(PATH, Kind.CREDIT_NOTE, "memo metadata.*", "credit_note.updated"),
                Listing.of(PATH, Kind.CREDIT_NOTE, "customer invoice"));
    }

    private static Json create(Call call) {
        Shelf shelf = call.shelf();
        Json params = call.params();
        Json invoice = shelf.require(Kind.INVOICE, params.string("invoice"), "invoice");
        Invoices.must(invoice, "credit", "open", "paid", "uncollectible");
        List<Json> lines = params.objects("lines").stream()
                .map(line -> line(invoice, line))
                .toList();
        long amount = params.number(
                "amount",
                lines.stream().mapToLong(line -> line.number("amount")).sum());
        boolean paid = invoice.is("status", "paid");
        check(invoice, params, amount, paid);
        Json note = note(shelf, invoice, params, amount, paid).set("lines", Json.list(PATH, lines, false));
        settle(shelf, invoice, params, note, paid);
        shelf.add(Common.tidy(note), "credit_note.created");
        Json before = invoice.copy();
        credit(invoice, amount, paid);
        shelf.changed("invoice.updated", invoice, before);
        if (invoice.is("status", "open") && invoice.number("amount_remaining") == 0) {
            Collection.paid(shelf, invoice, 0);
        }
        return note;
    }

    private static Json line(Json invoice, Json asked) {
        Json from = invoice.objects("lines").stream()
                .filter(line -> line.is("id", asked.get("invoice_line_item")))
                .findFirst()
                .orElseGet(Json::new);
        long amount = asked.number(
                "amount",
                asked.has("unit_amount")
                        ? asked.number("unit_amount") * asked.number("quantity", 1)
                        : from.number("amount"));
        return Json.of("id", Ids.next("cnli_"))
                .set("object", "credit_note_line_item")
                .set("amount", amount)
                .set("description", asked.has("description") ? asked.get("description") : from.get("description"))
                .set("discount_amount", 0L)
                .set("invoice_line_item", from.get("id"))
                .set("livemode", false)
                .set("quantity", asked.number("quantity", 1))
                .set("type", asked.get("type"));
    }

    /** Of an open invoice the rest may be credited; of a paid one what came in, and where it goes must be said. */
    private static void check(Json invoice, Json params, long amount, boolean paid) {
        long left = paid
                ? invoice.number("amount_paid") - invoice.number("post_payment_credit_notes_amount")
                : invoice.number("amount_remaining");
        if (amount < 1 || amount > left) {
            throw StripeError.invalid(
                            null,
                            "amount",
                            "The credit note amount (%d) must be between 1 and what is left of the invoice (%d)."
                                    .formatted(amount, left))
                    .refused();
        }
        long said =
                params.number("credit_amount") + params.number("refund_amount") + params.number("out_of_band_amount");
        if (paid && said != amount) {
            throw StripeError.invalid(
                            null,
                            null,
                            "The sum of credit amount, refund amount and out of band amount (%d) must equal the credit note amount (%d)."
                                    .formatted(said, amount))
                    .refused();
        }
    }

    private static Json note(Shelf shelf, Json invoice, Json params, long amount, boolean paid) {
        long count = shelf.all(Kind.CREDIT_NOTE, "invoice", invoice.id()).size() + 1L;
        return shelf.fresh(Kind.CREDIT_NOTE)
                .set("created", shelf.now(invoice))
                .set("amount", amount)
                .set("currency", invoice.get("currency"))
                .set("customer", invoice.get("customer"))
                .set("discount_amount", 0L)
                .set("invoice", invoice.id())
                .set("memo", params.get("memo"))
                .set("metadata", params.at("metadata").copy())
                .set("number", "%s-CN-%02d".formatted(invoice.string("number"), count))
                .set("out_of_band_amount", params.get("out_of_band_amount"))
                .set("post_payment_amount", paid ? amount : 0L)
                .set("pre_payment_amount", paid ? 0L : amount)
                .set("reason", params.get("reason"))
                .set("refunds", List.of())
                .set("status", "issued")
                .set("subtotal", amount)
                .set("total", amount)
                .set("type", paid ? "post_payment" : "pre_payment");
    }

    private static void settle(Shelf shelf, Json invoice, Json params, Json note, boolean paid) {
        if (!paid) {
            return;
        }
        long credit = params.number("credit_amount");
        if (credit > 0) {
            Json customer = shelf.require(Kind.CUSTOMER, invoice.string("customer"), "customer");
            Json before = customer.copy();
            customer.set("balance", customer.number("balance") - credit);
            shelf.changed("customer.updated", customer, before);
        }
        long refund = params.number("refund_amount");
        if (refund > 0) {
            Json charge = Collection.intent(shelf, invoice)
                    .flatMap(intent -> intent.text("latest_charge"))
                    .map(id -> shelf.require(Kind.CHARGE, id, "charge"))
                    .orElseThrow(() -> StripeError.invalid(null, "refund_amount", "There is no payment to refund.")
                            .refused());
            Json made = Refunds.make(shelf, charge, refund);
            List<Json> refunds = new ArrayList<>();
            refunds.add(
                    Json.of("amount_refunded", refund).set("refund", made.id()).set("type", "refund"));
            note.set("refunds", refunds);
        }
    }

    private static void credit(Json invoice, long amount, boolean paid) {
        String field = paid ? "post_payment_credit_notes_amount" : "pre_payment_credit_notes_amount";
        invoice.set(field, invoice.number(field) + amount);
        if (!paid) {
            invoice.set("amount_due", invoice.number("amount_due") - amount)
                    .set("amount_remaining", invoice.number("amount_remaining") - amount);
        }
    }
}
