package io.chom.tenants.billing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How periods are billed.
 *
 * @param grace how long after the end of a period its invoice is written, so that usage of its last minutes is in it; what
 *     comes later is put right by the next one
 * @param pace between two looks at what is due
 * @param batch most invoices that are written in one transaction
 * @param dueDays days from the invoice to the last one on which it is paid in time
 */
@ConfigurationProperties("chom.billing")
record BillingProperties(
        @DefaultValue("1h") Duration grace,
        @DefaultValue("10s") Duration pace,
        @DefaultValue("200") int batch,
        @DefaultValue("14") int dueDays) {}
