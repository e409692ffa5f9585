package io.chom.tenants.billing;

import io.chom.tenants.catalog.Product;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was bought besides a plan.
 *
 * @param product as it was sold, at the price of then
 * @param endedAt when it was given up; null while it is had
 */
public record Purchase(
        PurchaseId id,
        Product product,
        Instant boughtAt,
        @Nullable Instant endedAt) {}
