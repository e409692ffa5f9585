package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.dunning.Rung.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is done about an unpaid invoice, day by day.
 *
 * @param rungs 1 to 20, each on a later day than the one before. Every kind but reminders stands at most once; a suspension
 *     has a final warning before it, the end of the retention a suspension
 */
public record Ladder(List<Rung> rungs) {

    /** Why a list of steps is no ladder; each has its sentence on the screen. */
    public enum Flaw {
        LENGTH,
        ORDER,
        TWICE,
        NO_WARNING,
        NO_SUSPENSION
    }

    /** @throws IllegalArgumentException if the steps are no ladder, see {@link #flaw} */
    public Ladder {
        rungs = List.copyOf(rungs);
        var flaw = flaw(rungs);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException("Not a ladder: " + flaw.get());
        }
    }

    static Ladder of(List<String> written) {
        return new Ladder(written.stream().map(Rung::of).toList());
    }

    static Ladder of(String[] written) {
        return of(Arrays.asList(written));
    }

    /** What is wrong with a list of steps, or empty if it is a ladder. */
    public static Optional<Flaw> flaw(List<Rung> rungs) {
        if (rungs.isEmpty() || rungs.size() > 20) {
            return Optional.of(Flaw.LENGTH);
        }
        if (IntStream.range(1, rungs.size())
                .anyMatch(at -> rungs.get(at).day() <= rungs.get(at - 1).day())) {
            return Optional.of(Flaw.ORDER);
        }
        var kinds = rungs.stream().map(Rung::kind).filter(Kind::binds).toList();
        if (kinds.stream().distinct().count() < kinds.size()) {
            return Optional.of(Flaw.TWICE);
        }
        if (isBefore(kinds, Kind.SUSPENSION, Kind.FINAL_WARNING)) {
            return Optional.of(Flaw.NO_WARNING);
        }
        return isBefore(kinds, Kind.RETENTION_END, Kind.SUSPENSION)
                ? Optional.of(Flaw.NO_SUSPENSION)
                : Optional.empty();
    }

    /** Whether this one comes without the other one before it. */
    private static boolean isBefore(List<Kind> kinds, Kind one, Kind needed) {
        int at = kinds.indexOf(one);
        return at >= 0 && !kinds.subList(0, at).contains(needed);
    }

    Optional<Rung> rung(Kind kind) {
        return rungs.stream().filter(rung -> rung.kind() == kind).findFirst();
    }
}
