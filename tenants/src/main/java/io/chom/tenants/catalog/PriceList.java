package io.chom.tenants.catalog;

import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a version of a catalogue sells in one currency.
 *
 * @param currency of all its prices
 * @param plans from the smallest to the largest
 * @param products what is sold besides plans
 */
record PriceList(Currency currency, List<Plan> plans, List<Product> products) {

    PriceList {
        plans = List.copyOf(plans);
        products = List.copyOf(products);
    }

    Optional<Plan> plan(String slug) {
        return plans.stream().filter(plan -> plan.slug().equals(slug)).findFirst();
    }

    Optional<Product> product(String slug) {
        return products.stream().filter(product -> product.slug().equals(slug)).findFirst();
    }
}
