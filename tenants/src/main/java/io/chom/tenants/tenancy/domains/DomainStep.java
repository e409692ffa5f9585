package io.chom.tenants.tenancy.domains;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a check.
 *
 * @param state how far the domain is then
 * @param misses checks in a row that found it pointing elsewhere
 * @param failingSince since when it fails; null unless it does
 * @param nextCheck when it is checked next
 */
record DomainStep(DomainState state, int misses, @Nullable Instant failingSince, Instant nextCheck) {}
