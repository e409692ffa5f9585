package io.chom.portal.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a log-in lasts.
 *
 * @param idle without a sign of the person, at least a second
 * @param absolute since the password was asked for, whatever the person does; not less than {@code idle}
 */
@ConfigurationProperties("chom.session")
record SessionProperties(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration absolute) {

    SessionProperties {
        if (idle.compareTo(Duration.ofSeconds(1)) < 0 || absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "chom.session.idle is at least 1s and chom.session.absolute not less than it.");
        }
    }
}
