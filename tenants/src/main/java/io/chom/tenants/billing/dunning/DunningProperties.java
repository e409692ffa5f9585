package io.chom.tenants.billing.dunning;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What happens to unpaid invoices.
 *
 * @param pace between two looks at what is to be done
 * @param batch most invoices that are taken at once
 * @param lease how long a worker has an invoice to itself
 * @param morning when a step is taken on its day, in the customer's time zone
 * @param ladder the steps of brand owners who set none of their own, each as {@link Rung#of} reads it
 */
@ConfigurationProperties("chom.billing.dunning")
record DunningProperties(
        @DefaultValue("10s") Duration pace,
        @DefaultValue("50") int batch,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("09:00") LocalTime morning,

        @DefaultValue({"reminder -3", "reminder 0", "reminder 3", "final-warning 7", "suspension 14", "retention-end 44"
        })
        List<String> ladder) {

    DunningProperties {
        ladder = List.copyOf(ladder);
    }

    Ladder usual() {
        return Ladder.of(ladder);
    }
}
