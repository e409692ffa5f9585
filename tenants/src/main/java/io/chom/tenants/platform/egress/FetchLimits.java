package io.chom.tenants.platform.egress;

import java.time.Duration;

/**
 * How much of somebody else’s answer is taken.
 *
 * @param bytes the most, after decompression
 * @param whole the longest that looking up, connecting, all redirects and the answer may take together
 */
public record FetchLimits(int bytes, Duration whole) {}
