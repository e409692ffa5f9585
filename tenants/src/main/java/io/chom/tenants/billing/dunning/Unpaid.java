package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.Invoice;

/**
 * An invoice that a customer has not paid.
 *
 * @param invoice which
 * @param customer name of who owes it
 * @param course what was done about it, and what comes
 */
public record Unpaid(Invoice invoice, String customer, Course course) {}
