package io.chom.tenants.tenancy;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which hosts nobody can ask for.
 *
 * @param reserved names that, with everything below them, are the platform's own
 * @param allowLocalhost whether names below {@code localhost} can be asked for, as on a machine to try things on
 */
@ConfigurationProperties("chom.domains")
record ClaimProperties(
        @DefaultValue List<String> reserved,
        @DefaultValue("false") boolean allowLocalhost) {

    ClaimProperties {
        reserved = reserved.stream().map(name -> HostName.of(name).value()).toList();
    }
}
