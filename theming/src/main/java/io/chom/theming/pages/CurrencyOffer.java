package io.chom.theming.pages;

/**
 * A currency in which a visitor may read the prices of plans.
 *
 * @param code such as {@code EUR}
 * @param name what people call it, written out by the caller, who knows the language
 * @param chosen whether the prices of the page are in it
 */
public record CurrencyOffer(String code, String name, boolean chosen) {}
