package io.chom.embedded.stripe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lines of an invoice. */
final class InvoiceLines {

    private static final int MOST = 250;

    private InvoiceLines() {}

    static Route route() {
        return Route.post(
                "/v1/invoices/*/add_lines",
                "lines.amount# lines.description lines.discountable? lines.metadata.* lines.period.start# lines.period.end# "
                        + "lines.quantity# invoice_metadata.*",
                InvoiceLines::add);
    }

    /** Each line is an item that is on the invoice at once. */
    private static Json add(Call call) {
        Shelf shelf = call.shelf();
        Json invoice = call.subject(Kind.INVOICE);
        InvoiceItems.mustBeDraft(invoice);
        List<Json> lines = call.params().objects("lines");
        if (lines.isEmpty() || lines.size() > MOST || lines.stream().anyMatch(line -> !line.has("amount"))) {
            throw StripeError.invalid(null, "lines", "Between 1 and %d lines with an amount are added.".formatted(MOST))
                    .refused();
        }
        Json customer = shelf.require(Kind.CUSTOMER, invoice.string("customer"), "customer");
        for (Json line : lines) {
            Json item = InvoiceItems.make(shelf, customer, line.copy().set("currency", invoice.get("currency")));
            add(shelf, invoice, of(item));
        }
        Totals.compute(shelf, invoice);
        shelf.say("invoice.updated", invoice);
        return invoice;
    }

    /** The line that an item becomes. */
    static Json of(Json item) {
        Json details = item.at("parent").at("subscription_details");
        Json parent = Json.of("invoice_item", item.id())
                .set("proration", item.flag("proration"))
                .set("subscription", details.get("subscription"));
        return line(item.string("currency"), item.number("amount"))
                .set("description", item.get("description"))
                .set("discountable", item.flag("discountable"))
                .set("metadata", item.at("metadata").copy())
                .set(
                        "parent",
                        Json.of("invoice_item_details", parent)
                                .set("subscription_item_details", null)
                                .set("type", "invoice_item_details"))
                .set("period", item.at("period").copy())
                .set("pricing", item.has("pricing") ? item.at("pricing").copy() : null)
                .set("quantity", item.get("quantity"))
                .set("subscription", details.get("subscription"));
    }

    /**
     * A line for what a subscription's item costs.
     *
     * @param quantity how many, exactly
     */
    static Json of(Json item, Json subscription, BigDecimal quantity, long start, long end) {
        Json price = item.at("price");
        Json parent = Json.of("invoice_item", null)
                .set("proration", false)
                .set("subscription", subscription.id())
                .set("subscription_item", item.id());
        return line(price.string("currency"), Pricing.amount(price, quantity))
                .set("description", description(price, quantity))
                .set("metadata", subscription.at("metadata").copy())
                .set(
                        "parent",
                        Json.of("invoice_item_details", null)
                                .set("subscription_item_details", parent)
                                .set("type", "subscription_item_details"))
                .set("period", Json.of("start", start).set("end", end))
                .set("pricing", pricing(price))
                .set("quantity", quantity.longValue())
                .set("subscription", subscription.id());
    }

    private static String description(Json price, BigDecimal quantity) {
        return "%s × %s"
                .formatted(
                        quantity.stripTrailingZeros().toPlainString(),
                        price.text("nickname").orElse(price.string("product")));
    }

    private static Json line(String currency, long amount) {
        return Json.of("id", Ids.next("il_"))
                .set("object", "line_item")
                .set("amount", amount)
                .set("currency", currency)
                .set("description", null)
                .set("discount_amounts", List.of())
                .set("discountable", true)
                .set("discounts", List.of())
                .set("livemode", false)
                .set("subtotal", amount)
                .set("taxes", List.of());
    }

    static Json pricing(Json price) {
        return Json.of("price_details", Json.of("price", price.id()).set("product", price.get("product")))
                .set("type", "price_details")
                .set("unit_amount_decimal", price.get("unit_amount_decimal"));
    }

    static void clear(Json invoice) {
        change(invoice, List::clear);
    }

    static void add(Shelf shelf, Json invoice, Json line) {
        line.set("invoice", invoice.id());
        item(line).flatMap(id -> shelf.find(Kind.INVOICEITEM, id)).ifPresent(item -> item.set("invoice", invoice.id()));
        change(invoice, lines -> lines.add(line));
    }

    /** Puts every item of the customer that waits in this currency on the invoice. */
    static void addPending(Shelf shelf, Json invoice, @Nullable String subscription) {
        shelf.all(Kind.INVOICEITEM, "customer", invoice.string("customer")).reversed().stream()
                .filter(item -> !item.has("invoice") && item.is("currency", invoice.get("currency")))
                .filter(item -> subscription == null
                        || !item.has("parent")
                        || item.at("parent").at("subscription_details").is("subscription", subscription))
                .forEach(item -> add(shelf, invoice, of(item)));
    }

    static void remove(Json invoice, Json item) {
        change(
                invoice,
                lines -> lines.removeIf(
                        line -> item(line).filter(item.id()::equals).isPresent()));
    }

    static void replace(Json invoice, Json item) {
        change(
                invoice,
                lines -> lines.replaceAll(
                        line -> item(line).filter(item.id()::equals).isPresent()
                                ? of(item).set("id", line.id()).set("invoice", invoice.id())
                                : line));
    }

    private static Optional<String> item(Json line) {
        return line.at("parent").at("invoice_item_details").text("invoice_item");
    }

    private static void change(Json invoice, Consumer<List<Json>> change) {
        List<Json> lines = new ArrayList<>(invoice.objects("lines"));
        change.accept(lines);
        invoice.set(
                "lines",
                Json.list("/v1/invoices/%s/lines".formatted(invoice.id()), lines, false)
                        .set("total_count", (long) lines.size()));
    }
}
