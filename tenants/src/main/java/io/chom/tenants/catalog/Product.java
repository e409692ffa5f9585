package io.chom.tenants.catalog;

import io.chom.tenants.platform.Money;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is sold besides plans, at one price.
 *
 * @param catalogue name of the catalogue, such as {@code white-label}
 * @param version version of the catalogue that it was sold under
 * @param slug its name in the catalogue, such as {@code domain-setup}
 * @param name its name for people, in English
 * @param price for one
 * @param charged how often
 * @param entitlements what it gives for as long as it is had; for good if it is charged once
 * @param translations its name in other languages
 */
public record Product(
        String catalogue,
        int version,
        String slug,
        String name,
        Money price,
        Charged charged,
        Set<Entitlement> entitlements,
        Map<Locale, String> translations) {

    /** How often the price is charged. */
    public enum Charged {
        /** When it is bought. */
        ONCE,
        /** Every month while it is had. */
        MONTHLY
    }

    public Product {
        entitlements = Set.copyOf(entitlements);
        translations = Map.copyOf(translations);
    }

    /** Its name in a language; in English if it has none of that language. */
    public String nameIn(Locale language) {
        return translations.getOrDefault(Locale.of(language.getLanguage()), name);
    }
}
