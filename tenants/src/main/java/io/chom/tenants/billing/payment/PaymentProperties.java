package io.chom.tenants.billing.payment;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How invoices are collected.
 *
 * @param pace between two looks at what is to be done
 * @param batch most payments that are begun in one transaction
 * @param lease how long a worker has a payment to itself, and after which what is undecided is asked for again
 * @param retries pauses after the first, second … declined payment of an invoice; after the last one it is not tried again by
 *     itself
 * @param eventsKept how long what the provider told is kept
 */
@ConfigurationProperties("chom.billing.payments")
record PaymentProperties(
        @DefaultValue("5s") Duration pace,
        @DefaultValue("100") int batch,
        @DefaultValue("2m") Duration lease,
        @DefaultValue({"1d", "3d", "5d", "7d"}) List<Duration> retries,
        @DefaultValue("30d") Duration eventsKept) {

    PaymentProperties {
        retries = List.copyOf(retries);
    }
}
