package io.chom.tenants.billing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How plans may be paused.
 *
 * @param months most months of a pause, and of all pauses that begin within twelve months
 */
@ConfigurationProperties("chom.billing.pause")
record PauseProperties(@DefaultValue("3") int months) {}
