package io.chom.tenants.catalog;

import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * One version of a price list, as its file has it.
 *
 * @param name such as {@code hosting}
 * @param version 1 or more; the highest is on sale
 * @param currency of all its prices
 * @param isStorefront whether its plans are shown to visitors of a brand and sold to its customers
 * @param proration what a change to a dearer plan costs for the rest of a period
 * @param meters what it counts
 * @param plans from the smallest to the largest
 * @param products what is sold besides plans
 */
record Catalogue(
        String name,
        int version,
        Currency currency,
        boolean isStorefront,
        Proration proration,
        List<Meter> meters,
        List<Plan> plans,
        List<Product> products) {

    Catalogue {
        meters = List.copyOf(meters);
        plans = List.copyOf(plans);
        products = List.copyOf(products);
    }

    Optional<Product> product(String slug) {
        return products.stream().filter(product -> product.slug().equals(slug)).findFirst();
    }

    Optional<Plan> plan(String slug) {
        return plans.stream().filter(plan -> plan.slug().equals(slug)).findFirst();
    }
}
