package io.chom.embedded.stripe;

import java.util.List;

/** What waits for the next invoice. */
final class InvoiceItems {

    private static final String PATH = "/v1/invoiceitems";
    private static final String FIELDS = "amount# description discountable? metadata.* period.start# period.end# "
            + "pricing.price price_data.currency price_data.product price_data.unit_amount# "
            + "price_data.unit_amount_decimal price_data.tax_behavior quantity# unit_amount_decimal ";

    private InvoiceItems() {}

    static List<Route> routes() {
        return List.of(
                Route.post(PATH, FIELDS + "customer! currency invoice subscription", InvoiceItems::create),
                Common.retrieve(PATH, Kind.INVOICEITEM),
                Route.post(PATH + "/*", FIELDS, InvoiceItems::update),
                Listing.of(PATH, "customer invoice pending?", InvoiceItems::wanted),
                Route.delete(PATH + "/*", "", InvoiceItems::delete));
    }

    private static Json create(Call call) {
        Shelf shelf = call.shelf();
        Json params = call.params();
        Json customer = shelf.require(Kind.CUSTOMER, params.string("customer"), "customer");
        shelf.named(Kind.SUBSCRIPTION, params, "subscription");
        shelf.named(Kind.INVOICE, params, "invoice").ifPresent(InvoiceItems::mustBeDraft);
        Json item = make(shelf, customer, priced(shelf, params));
        shelf.named(Kind.INVOICE, params, "invoice").ifPresent(invoice -> {
            InvoiceLines.add(shelf, invoice, InvoiceLines.of(item));
            Totals.compute(shelf, invoice);
        });
        return item;
    }

    /** A new item; its amount is known. */
    static Json make(Shelf shelf, Json customer, Json given) {
        long now = shelf.now(customer);
        Json item = shelf.fresh(Kind.INVOICEITEM)
                .set("customer", customer.id())
                .set("date", now)
                .set("description", null)
                .set("discountable", true)
                .set("discounts", List.of())
                .set("invoice", null)
                .set("parent", null)
                .set("period", Json.of("start", now).set("end", now))
                .set("pricing", null)
                .set("proration", false)
                .set("quantity", 1L)
                .set("tax_rates", List.of())
                .set("test_clock", customer.get("test_clock"));
        given.text("subscription")
                .ifPresent(id -> item.set(
                        "parent",
                        Json.of("subscription_details", Json.of("subscription", id))
                                .set("type", "subscription_details")));
        Json rest = given.copy();
        rest.remove("subscription");
        item.merge(rest).set("net_amount", item.get("amount"));
        return shelf.add(Common.tidy(item), "invoiceitem.created");
    }

    /** The parameters with the amount that follows from them. */
    private static Json priced(Shelf shelf, Json params) {
        Json given = params.copy();
        long quantity = params.number("quantity", 1);
        if (given.has("price_data")) {
            Json price = Prices.make(shelf, given.at("price_data")).set("active", false);
            given.set("pricing", Json.of("price", price.id()));
            given.remove("price_data");
        }
        if (given.has("pricing")) {
            Json price = shelf.require(Kind.PRICE, given.at("pricing").string("price"), "pricing[price]");
            given.set("currency", price.get("currency"))
                    .set("pricing", InvoiceLines.pricing(price))
                    .set("amount", Pricing.amount(price, quantity));
        } else if (given.has("unit_amount_decimal")) {
            given.set("amount", Pricing.amount(given, quantity));
            given.remove("unit_amount_decimal");
        }
        if (!given.has("amount")) {
            throw StripeError.missing("amount").refused();
        }
        if (!given.has("currency")) {
            throw StripeError.missing("currency").refused();
        }
        return given;
    }

    private static Json update(Call call) {
        Json item = call.subject(Kind.INVOICEITEM);
        call.shelf().named(Kind.INVOICE, item, "invoice").ifPresent(InvoiceItems::mustBeDraft);
        Json before = item.copy();
        Common.tidy(item.merge(call.params())).set("net_amount", item.get("amount"));
        call.shelf().named(Kind.INVOICE, item, "invoice").ifPresent(invoice -> {
            InvoiceLines.replace(invoice, item);
            Totals.compute(call.shelf(), invoice);
        });
        call.shelf().changed("invoiceitem.updated", item, before);
        return item;
    }

    private static List<Json> wanted(Call call) {
        Boolean pending = call.params().has("pending") ? call.params().flag("pending") : null;
        call.params().remove("pending");
        return call.shelf().all(Kind.INVOICEITEM).stream()
                .filter(item -> pending == null || pending != item.has("invoice"))
                .toList();
    }

    private static Json delete(Call call) {
        Json item = call.subject(Kind.INVOICEITEM);
        call.shelf().named(Kind.INVOICE, item, "invoice").ifPresent(invoice -> {
            mustBeDraft(invoice);
            InvoiceLines.remove(invoice, item);
            Totals.compute(call.shelf(), invoice);
        });
        call.shelf().remove(item.id());
        call.shelf().say("invoiceitem.deleted", item);
        return Common.gone(item);
    }

    static void mustBeDraft(Json invoice) {
        if (!invoice.is("status", "draft")) {
            throw StripeError.state(
                            "invoice_not_editable", "This invoice is no longer editable: it has been finalized.")
                    .refused();
        }
    }
}
