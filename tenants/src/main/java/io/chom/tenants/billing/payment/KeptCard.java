package io.chom.tenants.billing.payment;

/**
 * A card that the provider keeps and takes later payments from.
 *
 * @param id the provider's name for it
 * @param card as its owner knows it
 */
public record KeptCard(String id, Card card) {}
