package io.chom.tenants.billing.trial;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When customers are told of their trials.
 *
 * @param remind days before the first one that is paid for, at which the end is announced; a trial that is no longer than
 *     that is not announced
 * @param late days after the end for which it is still told
 */
@ConfigurationProperties("chom.billing.trials")
record TrialProperties(
        @DefaultValue("3") int remind, @DefaultValue("7") int late) {}
