package io.chom.tenants.tenancy;

import io.chom.theming.Look;
import java.time.Instant;

/**
 * A version of a brand in its history.
 *
 * @param version counts from 1
 * @param publishedAt when
 * @param publishedBy the actor who did, as {@link io.chom.tenants.platform.Actor#id()} names them; empty for versions of
 *     before that was noted
 * @param name what the house was called in it
 * @param look how it looked
 */
public record BrandVersion(int version, Instant publishedAt, String publishedBy, String name, Look look) {}
