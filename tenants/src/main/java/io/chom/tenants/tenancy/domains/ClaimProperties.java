package io.chom.tenants.tenancy.domains;

import io.chom.tenants.tenancy.HostName;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which hosts nobody can ask for.
 *
 * @param reserved names that, with everything below them, are the platform's own
 * @param claimable names that are no part of the DNS and can be asked for all the same, with everything below them, as
 *     {@code localhost} on a machine to try things on
 */
@ConfigurationProperties("chom.domains")
record ClaimProperties(
        @DefaultValue List<String> reserved, @DefaultValue List<String> claimable) {

    ClaimProperties {
        reserved = names(reserved);
        claimable = names(claimable);
    }

    private static List<String> names(List<String> texts) {
        return texts.stream().map(name -> HostName.of(name).value()).toList();
    }
}
