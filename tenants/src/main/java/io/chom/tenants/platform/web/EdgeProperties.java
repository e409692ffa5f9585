package io.chom.tenants.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the public API.
 *
 * @param maxBody largest body of a request
 */
@ConfigurationProperties("chom.api")
record EdgeProperties(@DefaultValue("1MB") DataSize maxBody) {}
