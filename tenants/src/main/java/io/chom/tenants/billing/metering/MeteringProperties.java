package io.chom.tenants.billing.metering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the provider is told what everybody has and uses.
 *
 * @param pace between two looks for of whom something is to be told
 * @param every how often that of each is told
 * @param lease how long a worker has somebody to itself, and after which what failed is tried again
 */
@ConfigurationProperties("chom.billing.metering")
record MeteringProperties(
        @DefaultValue("10s") Duration pace,
        @DefaultValue("1h") Duration every,
        @DefaultValue("2m") Duration lease) {}
