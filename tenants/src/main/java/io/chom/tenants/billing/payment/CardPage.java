package io.chom.tenants.billing.payment;

/** How a page stands on which a payer leaves a card. */
public sealed interface CardPage {

    /** Nothing was left there yet. */
    record Open() implements CardPage {}

    /** A card was left and is kept. */
    record Kept(KeptCard card) implements CardPage {}

    /** Nobody can leave anything there any more. */
    record Expired() implements CardPage {}
}
