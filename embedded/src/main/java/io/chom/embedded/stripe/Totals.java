package io.chom.embedded.stripe;

import java.util.ArrayList;
import java.util.List;

/** What an invoice sums up to: its lines less its discounts, exactly. Taxes are none. */
final class Totals {

    private Totals() {}

    static void compute(Shelf shelf, Json invoice) {
        List<Json> lines = invoice.objects("lines");
        lines.forEach(line -> line.set("discount_amounts", List.of()));
        long subtotal = lines.stream().mapToLong(line -> line.number("amount")).sum();
        List<Json> amounts = new ArrayList<>();
        for (String id : invoice.texts("discounts")) {
            amounts.add(Json.of("amount", spread(shelf, lines, id)).set("discount", id));
        }
        long off = amounts.stream().mapToLong(amount -> amount.number("amount")).sum();
        invoice.set("subtotal", subtotal)
                .set("subtotal_excluding_tax", subtotal)
                .set("total", subtotal - off)
                .set("total_discount_amounts", amounts)
                .set("total_excluding_tax", subtotal - off)
                .set("total_taxes", List.of());
        due(invoice, Math.max(0, subtotal - off));
    }

    /** Sets what is to be paid in all. */
    static void due(Json invoice, long due) {
        invoice.set("amount_due", due).set("amount_remaining", due - invoice.number("amount_paid"));
    }

    /** Takes a discount off the lines; an amount is used up line by line. */
    private static long spread(Shelf shelf, List<Json> lines, String id) {
        Json coupon = Discounts.coupon(shelf, shelf.require(Kind.DISCOUNT, id, "discounts"));
        boolean percent = coupon.has("percent_off");
        long sum = 0;
        for (Json line : lines) {
            long left = line.number("amount") - taken(line);
            if (!line.flag("discountable") || left <= 0 || !applies(coupon, line)) {
                continue;
            }
            long off = percent ? Discounts.share(coupon, left) : Math.min(left, coupon.number("amount_off") - sum);
            if (off > 0) {
                List<Json> amounts = new ArrayList<>(line.objects("discount_amounts"));
                amounts.add(Json.of("amount", off).set("discount", id));
                line.set("discount_amounts", amounts);
                sum += off;
            }
        }
        return sum;
    }

    private static long taken(Json line) {
        return line.objects("discount_amounts").stream()
                .mapToLong(amount -> amount.number("amount"))
                .sum();
    }

    private static boolean applies(Json coupon, Json line) {
        List<String> products = coupon.at("applies_to").texts("products");
        return products.isEmpty()
                || line.at("pricing")
                        .at("price_details")
                        .text("product")
                        .filter(products::contains)
                        .isPresent();
    }
}
