package io.chom.tenants.billing.einvoice;

import java.util.Locale;

/** What keeps an invoice from being one that programs read. */
public enum Gap {
    /** Its seller had told neither name nor address when it was written. */
    SELLER("name and address of the seller"),
    /** Its seller had told no number under which it is known to a tax office. */
    SELLER_NUMBER("VAT id or tax number of the seller"),
    /** Its buyer had told neither name nor address when it was written. */
    BUYER("name and address of the buyer"),
    /** EN 16931 has amounts of two digits after the point, and the currency has more. */
    CURRENCY("a currency with at most two digits after the point");

    private final String said;

    Gap(String said) {
        this.said = said;
    }

    /** On the wire and in the names of texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String said() {
        return said;
    }
}
