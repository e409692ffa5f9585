package io.chom.tenants.billing.payment;

/**
 * The account at the payment provider into which a brand owner's customers pay.
 *
 * @param name the provider's name for it
 * @param canCharge whether customers can pay into it: its owner has told the provider everything that it wants to know
 */
record ConnectedAccount(String name, boolean canCharge) {}
