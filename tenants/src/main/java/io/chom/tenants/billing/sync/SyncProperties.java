package io.chom.tenants.billing.sync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the provider learns what changed.
 *
 * @param pace between two looks for whose turn it is
 * @param every how often it is each payer's turn
 * @param lease how long a worker has somebody to itself, and after which what failed is tried again
 */
@ConfigurationProperties("chom.billing.sync")
record SyncProperties(
        @DefaultValue("10s") Duration pace,
        @DefaultValue("1h") Duration every,
        @DefaultValue("2m") Duration lease) {}
