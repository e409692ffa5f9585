package io.chom.tenants.tenancy;

import io.chom.theming.Look;
import java.time.Instant;

/**
 * A version of a brand in its history.
 *
 * @param version counts from 1
 * @param publishedAt when
 * @param name what the house was called in it
 * @param look how it looked
 */
public record BrandVersion(int version, Instant publishedAt, String name, Look look) {}
