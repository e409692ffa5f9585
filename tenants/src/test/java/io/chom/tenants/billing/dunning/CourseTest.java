package io.chom.tenants.billing.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.billing.dunning.Course.Coming;
import io.chom.tenants.billing.dunning.Course.Taken;
import io.chom.tenants.billing.dunning.Ladder.Flaw;
import io.chom.tenants.billing.dunning.Rung.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTest {

    private static final LocalDate DUE = LocalDate.of(2031, 3, 20);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Ladder USUAL = Ladder.of(
            List.of("reminder -3", "reminder 0", "reminder 3", "final-warning 7", "suspension 14", "retention-end 44"));

    @Test
    void each_step_is_taken_on_the_morning_of_its_day_also_when_clocks_change() {
        assertThat(course(List.of(), null).coming())
                .containsExactly(
                        coming("reminder -3", "2031-03-17T08:00:00Z"),
                        coming("reminder 0", "2031-03-20T08:00:00Z"),
                        coming("reminder 3", "2031-03-23T08:00:00Z"),
                        coming("final-warning 7", "2031-03-27T08:00:00Z"),
                        coming("suspension 14", "2031-04-03T07:00:00Z"),
                        coming("retention-end 44", "2031-05-03T07:00:00Z"));
    }

    @Test
    void one_reminder_is_sent_for_all_that_were_missed_and_the_final_warning_never_is() {
        var late = at("2031-03-24T12:00:00Z");
        assertThat(course(List.of(), null).due(late)).contains(Rung.of("reminder 3"));
        var much = at("2031-06-01T12:00:00Z");
        var warned = course(List.of(), null);
        assertThat(warned.due(much)).contains(Rung.of("final-warning 7"));
        assertThat(warned.with(Rung.of("final-warning 7"), much).coming())
                .containsExactly(
                        coming("suspension 14", "2031-06-08T07:00:00Z"),
                        coming("retention-end 44", "2031-07-08T07:00:00Z"));
    }

    @Test
    void time_that_was_given_moves_what_comes_behind_it() {
        var held = course(
                List.of(new Taken(Rung.of("final-warning 7"), at("2031-03-27T08:00:00Z"))), LocalDate.of(2031, 4, 20));
        assertThat(held.due(at("2031-04-20T20:00:00Z"))).isEmpty();
        assertThat(held.next()).contains(at("2031-04-21T07:00:00Z"));
        assertThat(held.due(at("2031-04-21T07:00:00Z"))).contains(Rung.of("suspension 14"));
    }

    @Test
    void what_was_done_under_another_ladder_is_not_done_again() {
        var before = new Course(
                Ladder.of(List.of("reminder 1", "final-warning 2", "suspension 5")),
                DUE,
                BERLIN,
                MORNING,
                List.of(
                        new Taken(Rung.of("final-warning 7"), at("2031-03-27T08:00:00Z")),
                        new Taken(Rung.of("suspension 14"), at("2031-04-03T08:00:00Z"))),
                null);
        assertThat(before.coming()).isEmpty();
        assertThat(before.next()).isEmpty();
    }

    /** 2,000 ladders, each looked at at random moments, also weeks too late, with time given in between. */
    @Test
    void nobody_is_stopped_without_a_warning_and_the_days_between_and_nothing_is_done_twice() {
        var random = new Random(27);
        for (int run = 0; run < 2_000; run++) {
            var ladder = ladder(random);
            LocalDate held = random.nextInt(4) == 0 ? DUE.plusDays(random.nextInt(60)) : null;
            var course = new Course(ladder, DUE, BERLIN, MORNING, List.of(), held);
            Instant now = DUE.minusDays(70).atStartOfDay(BERLIN).toInstant();
            while (course.next().isPresent()) {
                now = now.plus(Duration.ofHours(1 + random.nextInt(24 * (random.nextInt(10) == 0 ? 40 : 3))));
                var due = course.due(now);
                assertThat(due.isPresent())
                        .isEqualTo(!course.next().orElseThrow().isAfter(now));
                if (due.isPresent()) {
                    course = course.with(due.get(), now);
                }
            }
            assertIsFair(course);
        }
    }

    private static void assertIsFair(Course done) {
        var rungs = done.taken().stream().map(Taken::rung).toList();
        assertThat(rungs).doesNotHaveDuplicates();
        assertThat(rungs)
                .containsAll(done.ladder().rungs().stream()
                        .filter(one -> one.kind().binds())
                        .toList());
        done.taken().forEach(one -> {
            var day = LocalDate.ofInstant(one.at(), BERLIN);
            assertThat(day).isAfterOrEqualTo(DUE.plusDays(one.rung().day()));
            if (done.heldUntil() != null) {
                assertThat(day).isAfter(done.heldUntil());
            }
        });
        isLater(done, Kind.FINAL_WARNING, Kind.SUSPENSION);
        isLater(done, Kind.SUSPENSION, Kind.RETENTION_END);
    }

    private static void isLater(Course done, Kind first, Kind second) {
        done.taken().stream().filter(one -> one.rung().kind() == second).forEach(stop -> {
            var warned = done.taken().stream()
                    .filter(one -> one.rung().kind() == first)
                    .findFirst()
                    .orElseThrow();
            assertThat(ChronoUnit.DAYS.between(day(warned), day(stop)))
                    .isGreaterThanOrEqualTo(stop.rung().day() - warned.rung().day());
        });
    }

    private static LocalDate day(Taken one) {
        return LocalDate.ofInstant(one.at(), BERLIN);
    }

    private static Ladder ladder(Random random) {
        List<Rung> rungs = new ArrayList<>();
        List<Kind> binding = new ArrayList<>(
                List.of(Kind.FINAL_WARNING, Kind.SUSPENSION, Kind.RETENTION_END).subList(0, random.nextInt(4)));
        int day = -10 + random.nextInt(8);
        for (int at = 0; at < 1 + random.nextInt(8) || !binding.isEmpty(); at++) {
            boolean binds = !binding.isEmpty() && random.nextInt(3) == 0;
            rungs.add(new Rung(binds ? binding.removeFirst() : Kind.REMINDER, day));
            day += 1 + random.nextInt(9);
            if (rungs.size() == 20 - binding.size()) {
                while (!binding.isEmpty()) {
                    rungs.add(new Rung(binding.removeFirst(), day++));
                }
            }
        }
        return new Ladder(rungs);
    }

    @ParameterizedTest
    @CsvSource({
        "'reminder 3, reminder 3', ORDER",
        "'reminder 3, reminder 2', ORDER",
        "'final-warning 1, final-warning 2', TWICE",
        "'reminder 1, suspension 9', NO_WARNING",
        "'suspension 1, final-warning 9', NO_WARNING",
        "'final-warning 1, retention-end 9', NO_SUSPENSION",
    })
    void what_is_no_ladder_is_told_why(String written, Flaw flaw) {
        var rungs = List.of(written.split(", ")).stream().map(Rung::of).toList();
        assertThat(Ladder.flaw(rungs)).contains(flaw);
        assertThatThrownBy(() -> new Ladder(rungs)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_ladder_has_at_least_one_step_and_at_most_twenty() {
        assertThat(Ladder.flaw(List.of())).contains(Flaw.LENGTH);
        assertThat(Ladder.flaw(reminders(20))).isEmpty();
        assertThat(Ladder.flaw(reminders(21))).contains(Flaw.LENGTH);
    }

    private static List<Rung> reminders(int many) {
        return IntStream.range(0, many)
                .mapToObj(day -> new Rung(Kind.REMINDER, day))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reminder", "reminder 400", "reminder -61", "remind 3", "reminder 3 ", "reminder +3"})
    void what_is_no_step_is_refused(String written) {
        assertThatThrownBy(() -> Rung.of(written)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Course course(List<Taken> taken, @Nullable LocalDate heldUntil) {
        return new Course(USUAL, DUE, BERLIN, MORNING, taken, heldUntil);
    }

    private static Coming coming(String rung, String at) {
        return new Coming(Rung.of(rung), at(at));
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
