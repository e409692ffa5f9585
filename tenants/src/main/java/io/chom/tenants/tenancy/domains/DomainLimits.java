package io.chom.tenants.tenancy.domains;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one brand owner may ask for, so that nobody uses up what all share.
 *
 * @param unproven hosts that wait for their first proof
 * @param certificatesAWeek new names in any seven days for which the edge may get a certificate; authorities count alike
 */
@ConfigurationProperties("chom.domains.limits")
record DomainLimits(
        @DefaultValue("100") int unproven,
        @DefaultValue("50") int certificatesAWeek) {}
