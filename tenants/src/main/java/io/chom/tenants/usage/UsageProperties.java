package io.chom.tenants.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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

    /**
     * Where to look for an id that may be a repeat: the memory, and at least the times of the events themselves. It ends,
     * so that the database need not look into the partitions of the years to come.
     */
    Span memory(Instant now, Collection<UsageEvent> events) {
        var times = events.stream().map(UsageEvent::time).toList();
        Instant oldest = times.stream().min(Instant::compareTo).orElse(now);
        Instant newest = times.stream().max(Instant::compareTo).orElse(now);
        return new Span(
                min(now.minus(memory), oldest),
                max(now.plus(Window.FURTHEST_AHEAD), newest).plusSeconds(1));
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
