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
 * @param memory how far apart the times of two events with the same id may lie for the second to be recognised as a
 *     repeat; one that comes again unchanged is recognised however old it is. Each month more is one more place to look
 *     for every event
 * @param batch most events of one call
 * @param joined most events of calls that are taken in together
 * @param transaction most events of one tenant that are counted in one transaction
 * @param parallel tenants whose events one worker writes at the same time
 * @param patience how long the stream may take to have events on disk; shorter than the API's own patience, so that a
 *     sender is told what to do
 * @param refused how long an event that was refused is kept
 * @param refusedDaily most refused events of one tenant and day that are kept; the oldest go first, and are counted
 */
@ConfigurationProperties("chom.usage")
record UsageProperties(
        @DefaultValue("35d") Duration back,
        @DefaultValue("5m") Duration ahead,
        @DefaultValue("35d") Duration memory,
        @DefaultValue("1000") int batch,
        @DefaultValue("2000") int joined,
        @DefaultValue("5000") int transaction,
        @DefaultValue("4") int parallel,
        @DefaultValue("4s") Duration patience,
        @DefaultValue("35d") Duration refused,
        @DefaultValue("2000") int refusedDaily) {

    Window window() {
        return new Window(back, ahead);
    }

    /**
     * Where to look for an id that may be a repeat: around the times of the events. No event lies further ahead of now
     * than any may.
     */
    Span memory(Instant now, Collection<UsageEvent> events) {
        var times = events.stream().map(UsageEvent::time).toList();
        Instant oldest = times.stream().min(Instant::compareTo).orElse(now);
        Instant newest = times.stream().max(Instant::compareTo).orElse(now);
        Instant furthest = now.plus(Window.FURTHEST_AHEAD);
        Instant end = newest.plus(memory);
        return new Span(oldest.minus(memory), max(newest, min(end, furthest)).plusSeconds(1));
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
