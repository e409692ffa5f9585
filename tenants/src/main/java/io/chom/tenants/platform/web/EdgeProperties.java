package io.chom.tenants.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the public API.
 *
 * @param maxBody largest body of a request
 * @param bodyTime how long a client may take to send its body
 * @param underWay requests that are served at the same time; more are refused with {@code overloaded}
 * @param patience longest time until a request is answered, without the time in which the client sends and reads
 */
@ConfigurationProperties("chom.api")
record EdgeProperties(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("30s") Duration bodyTime,
        @DefaultValue("256") int underWay,
        @DefaultValue("5s") Duration patience) {}
