package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.dunning.Rung.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an unpaid invoice goes on: which steps were taken, which come, and when. Whoever could not look for a while sends one
 * reminder, not all that were missed; and the time between the final warning and the suspension is the customer's,
 * however late the warning was.
 *
 * @param ladder the steps
 * @param dueOn the last day to pay
 * @param zone where its days begin
 * @param morning when a step is taken on its day
 * @param taken what was done, the oldest first
 * @param heldUntil the last day on which nothing is done; null if nobody gave time
 */
public record Course(
        Ladder ladder,
        LocalDate dueOn,
        ZoneId zone,
        LocalTime morning,
        List<Taken> taken,
        @Nullable LocalDate heldUntil) {

    public Course {
        taken = List.copyOf(taken);
    }

    /** A step and when it was taken. */
    public record Taken(Rung rung, Instant at) {}

    /** A step that comes, and when. */
    public record Coming(Rung rung, Instant at) {}

    /** What comes unless the invoice is paid, the next one first. */
    public List<Coming> coming() {
        return ladder.rungs().stream()
                .filter(rung -> !isPassed(rung))
                .map(rung -> new Coming(rung, time(rung)))
                .sorted(Comparator.comparing(Coming::at))
                .toList();
    }

    /** When the use was stopped for it; empty if it was not. */
    public Optional<Instant> stoppedAt() {
        return taken(Kind.SUSPENSION).map(Taken::at);
    }

    /** Whether the use is stopped by then if nobody pays. */
    public boolean stopsBy(Instant then) {
        return coming().stream()
                .anyMatch(
                        one -> one.rung().kind() == Kind.SUSPENSION && !one.at().isAfter(then));
    }

    /** The step that is to be taken at this moment: the first one that binds, or else the latest reminder. */
    Optional<Rung> due(Instant now) {
        var due = coming().stream()
                .filter(one -> !one.at().isAfter(now))
                .map(Coming::rung)
                .toList();
        return Stream.concat(due.stream().filter(rung -> rung.kind().binds()), due.reversed().stream())
                .findFirst();
    }

    /** When to look again; empty when nothing comes any more. */
    Optional<Instant> next() {
        return coming().stream().map(Coming::at).findFirst();
    }

    Course with(Rung rung, Instant at) {
        return new Course(
                ladder,
                dueOn,
                zone,
                morning,
                Stream.concat(taken.stream(), Stream.of(new Taken(rung, at))).toList(),
                heldUntil);
    }

    /** A kind that binds is done once, whatever the ladder was then; a reminder is passed by all that came after its day. */
    private boolean isPassed(Rung rung) {
        return rung.kind().binds()
                ? taken(rung.kind()).isPresent()
                : taken.stream().anyMatch(one -> one.rung().day() >= rung.day());
    }

    private Optional<Taken> taken(Kind kind) {
        return taken.stream().filter(one -> one.rung().kind() == kind).findFirst();
    }

    private Instant time(Rung rung) {
        LocalDate planned = free(dueOn.plusDays(rung.day()));
        return switch (rung.kind()) {
            case REMINDER, FINAL_WARNING -> at(planned);
            case SUSPENSION -> later(at(planned), after(Kind.FINAL_WARNING, rung));
            case RETENTION_END -> later(at(planned), after(Kind.SUSPENSION, rung));
        };
    }

    /** As long after the step before as the ladder says, counted from when that is or was taken. */
    private Instant after(Kind before, Rung rung) {
        Rung first = ladder.rung(before).orElseThrow();
        Instant began = taken(before).map(Taken::at).orElseGet(() -> time(first));
        return at(free(began.atZone(zone).toLocalDate().plusDays(rung.day() - first.day())));
    }

    /** The day itself, or the first one after the time that was given. */
    private LocalDate free(LocalDate day) {
        return heldUntil == null || day.isAfter(heldUntil) ? day : heldUntil.plusDays(1);
    }

    private Instant at(LocalDate day) {
        return day.atTime(morning).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
