package io.chom.tenants.billing.metering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the provider is told what is used.
 *
 * @param pace between two looks for whose usage is to be told
 * @param every how often the usage of each is told
 * @param lease how long a worker has somebody to itself, and after which what failed is tried again
 */
@ConfigurationProperties("chom.billing.metering")
record MeteringProperties(
        @DefaultValue("10s") Duration pace,
        @DefaultValue("1h") Duration every,
        @DefaultValue("2m") Duration lease) {}
