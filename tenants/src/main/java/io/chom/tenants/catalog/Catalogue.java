package io.chom.tenants.catalog;

import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * One version of a price list, as its file has it.
 *
 * @param name such as {@code hosting}
 * @param version 1 or more; the highest is on sale
 * @param isStorefront whether its plans are shown to visitors of a brand and sold to its customers
 * @param proration what a change to a dearer plan costs for the rest of a period
 * @param meters what it counts
 * @param lists the same plans and products in each of its currencies, the main one first
 */
record Catalogue(
        String name,
        int version,
        boolean isStorefront,
        Proration proration,
        List<Meter> meters,
        List<PriceList> lists) {

    Catalogue {
        meters = List.copyOf(meters);
        lists = List.copyOf(lists);
    }

    /** The one that a price is in where nobody says another. */
    Currency currency() {
        return main().currency();
    }

    /** All that it sells in, the main one first. */
    List<Currency> currencies() {
        return lists.stream().map(PriceList::currency).toList();
    }

    PriceList main() {
        return lists.getFirst();
    }

    /** Its prices in a currency; empty when it does not sell in that. */
    Optional<PriceList> in(Currency currency) {
        return lists.stream().filter(list -> list.currency().equals(currency)).findFirst();
    }
}
