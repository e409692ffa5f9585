package io.chom.tenants.usage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What usage is taken in.
 *
 * @param back how old an event may be
 * @param ahead how far a sender's clock may be ahead of ours
 * @param memory how far back, by the events' own time, an id that comes again with another time is recognised; an event
 *     that comes again unchanged is recognised however old it is
 * @param batch most events of one call
 * @param parallel tenants whose events one worker writes at the same time
 */
@ConfigurationProperties("chom.usage")
record UsageProperties(
        @DefaultValue("35d") Duration back,
        @DefaultValue("5m") Duration ahead,
        @DefaultValue("400d") Duration memory,
        @DefaultValue("1000") int batch,
        @DefaultValue("4") int parallel) {

    Window window() {
        return new Window(back, ahead);
    }
}
