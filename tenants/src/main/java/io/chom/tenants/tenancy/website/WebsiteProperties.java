package io.chom.tenants.tenancy.website;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How websites are read, and how often one brand owner may have that done by one process, so that nobody uses us to look
 * around in the networks of others.
 *
 * @param anHour websites in any hour
 * @param atOnce websites at the same time
 * @param whole how long one may take; what has not come by then is done without
 */
@ConfigurationProperties("chom.website")
record WebsiteProperties(
        @DefaultValue("20") int anHour,
        @DefaultValue("1") int atOnce,
        @DefaultValue("20s") Duration whole) {}
