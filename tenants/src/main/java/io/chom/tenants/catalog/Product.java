package io.chom.tenants.catalog;

import io.chom.tenants.platform.Money;

/**
 * What is sold besides plans, at one price.
 *
 * @param catalogue name of the catalogue, such as {@code white-label}
 * @param version version of the catalogue that it was sold under
 * @param slug its name in the catalogue, such as {@code domain-setup}
 * @param name its name for people
 * @param price for one
 * @param charged how often
 */
public record Product(String catalogue, int version, String slug, String name, Money price, Charged charged) {

    /** How often the price is charged. */
    public enum Charged {
        /** When it is bought. */
        ONCE,
        /** Every month while it is had. */
        MONTHLY
    }
}
