package io.chom.tenants.billing.details;

import java.util.Locale;

/**
 * Who a tenant is on paper. Every text is trimmed; one that is not there is empty.
 *
 * @param legalName name of the person or house
 * @param street with its number
 * @param secondLine what the address says besides
 * @param postalCode of the place
 * @param city the place
 * @param country ISO 3166-1 alpha-2, such as {@code DE}
 * @param vatId with the code of its country in front, see {@link VatId}
 * @param taxNumber the local number of a seller that has no VAT id, such as a German Steuernummer (EN 16931 BT-32)
 * @param email where invoices are written to
 * @param buyerReference what the buyer wants to read on invoices, such as a German Leitweg-ID (EN 16931 BT-10)
 */
public record BillingDetails(
        String legalName,
        String street,
        String secondLine,
        String postalCode,
        String city,
        String country,
        String vatId,
        String taxNumber,
        String email,
        String buyerReference) {

    /** Nothing of them. */
    public static final BillingDetails NONE = new BillingDetails("", "", "", "", "", "", "", "", "", "");

    public BillingDetails {
        legalName = legalName.strip();
        street = street.strip();
        secondLine = secondLine.strip();
        postalCode = postalCode.strip();
        city = city.strip();
        country = country.strip().toUpperCase(Locale.ROOT);
        vatId = VatId.normalised(vatId);
        taxNumber = taxNumber.strip();
        email = email.strip();
        buyerReference = buyerReference.strip();
    }
}
