package io.chom.tenants.billing.payment;

import java.time.YearMonth;

/**
 * A card, as its owner knows it.
 *
 * @param brand in the provider's word, such as {@code visa}
 * @param last4 the last four digits of its number
 * @param expires the last month in which it is valid
 */
public record Card(String brand, String last4, YearMonth expires) {}
