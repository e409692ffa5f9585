package io.chom.theming.pages;

import java.util.List;

/**
 * A plan as the landing page shows it; prices are written out by the caller, who knows the locale.
 *
 * @param name the plan's name
 * @param price for example {@code $19.00}
 * @param period what the price is for, for example {@code per month}
 * @param summary one sentence on whom it suits
 * @param features what is included, a few words each
 * @param recommended whether it is set off from the others
 */
public record PlanOffer(
        String name, String price, String period, String summary, List<String> features, boolean recommended) {

    public PlanOffer {
        features = List.copyOf(features);
    }
}
