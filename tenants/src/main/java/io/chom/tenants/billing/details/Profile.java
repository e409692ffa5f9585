package io.chom.tenants.billing.details;

/**
 * What a tenant has told of itself.
 *
 * @param details who it is
 * @param treatment what tax it charges where it sells; who sells nothing charges none
 */
public record Profile(BillingDetails details, Treatment treatment) {

    /** Nothing told. */
    public static final Profile NONE = new Profile(BillingDetails.NONE, Treatment.NONE);
}
