package io.chom.tenants.tenancy.domains;

import static io.chom.tenants.tenancy.dns.DomainCheck.Outcome.FAILED;
import static io.chom.tenants.tenancy.dns.DomainCheck.Outcome.PASSED;
import static io.chom.tenants.tenancy.dns.DomainCheck.Outcome.UNKNOWN;
import static io.chom.tenants.tenancy.dns.DomainCheck.Subject.CERTIFICATE;
import static io.chom.tenants.tenancy.dns.DomainCheck.Subject.IPV6;
import static io.chom.tenants.tenancy.dns.DomainCheck.Subject.OWNERSHIP;
import static io.chom.tenants.tenancy.dns.DomainCheck.Subject.ROUTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.support.Acme;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.DomainCheck;
import io.chom.tenants.tenancy.dns.DomainCheck.Outcome;
import io.chom.tenants.tenancy.dns.DomainReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DomainScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final DomainSchedule SCHEDULE = new DomainSchedule(
            Duration.ofSeconds(15),
            Duration.ofHours(1),
            Duration.ofMinutes(15),
            Duration.ofHours(6),
            Duration.ofMinutes(5),
            3,
            Duration.ofHours(72),
            Duration.ofHours(24),
            Duration.ofMinutes(1));

    @Test
    void only_the_proof_makes_a_claim_a_served_host() {
        var pending = standing(DomainState.PENDING);
        assertThat(after(pending, report(FAILED, PASSED)).state()).isEqualTo(DomainState.PENDING);
        assertThat(after(pending, report(UNKNOWN, PASSED)).state()).isEqualTo(DomainState.PENDING);
        assertThat(after(pending, report(PASSED, FAILED)).state()).isEqualTo(DomainState.VERIFIED);
    }

    @Test
    void who_has_created_everything_is_served_at_once_and_active_at_the_next_look() {
        var proven = after(standing(DomainState.PENDING), report(PASSED, PASSED));
        assertThat(proven.state()).isEqualTo(DomainState.VERIFIED);
        assertThat(proven.nextCheck()).isEqualTo(NOW);
        var active = after(standing(DomainState.VERIFIED), report(PASSED, PASSED));
        assertThat(active.state()).isEqualTo(DomainState.ACTIVE);
        assertThat(active.nextCheck()).isEqualTo(NOW.plus(Duration.ofHours(6)));
    }

    @Test
    void who_waits_is_checked_every_quarter_of_a_minute_and_less_often_after_an_hour() {
        assertThat(after(standing(DomainState.PENDING), report(FAILED, FAILED)).nextCheck())
                .isEqualTo(NOW.plusSeconds(15));
        var old = new DomainStanding(
                standing(DomainState.PENDING).domain(), "c", NOW.minus(Duration.ofHours(1)), NOW, 0, null, false, null);
        assertThat(after(old, report(FAILED, FAILED)).nextCheck()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void one_that_was_well_fails_with_the_third_miss_in_a_row_and_is_still_served() {
        var first = after(standing(DomainState.ACTIVE), report(PASSED, FAILED));
        assertThat(first).isEqualTo(new DomainStep(DomainState.ACTIVE, 1, null, NOW.plus(Duration.ofMinutes(5))));
        var second = after(standing(DomainState.ACTIVE, 1, null), report(PASSED, FAILED));
        assertThat(second.state()).isEqualTo(DomainState.ACTIVE);
        var third = after(standing(DomainState.ACTIVE, 2, null), report(PASSED, FAILED));
        assertThat(third.state()).isEqualTo(DomainState.FAILING);
        assertThat(third.failingSince()).isEqualTo(NOW);
        assertThat(third.state().isServed()).isTrue();
        assertThat(after(standing(DomainState.ACTIVE, 2, null), report(PASSED, PASSED))
                        .misses())
                .isZero();
    }

    @Test
    void a_failing_one_is_served_for_the_grace_and_well_again_with_one_good_check() {
        var late =
                standing(DomainState.FAILING, 9, NOW.minus(Duration.ofHours(72)).plusSeconds(1));
        assertThat(after(late, report(PASSED, FAILED)).state()).isEqualTo(DomainState.FAILING);
        var over = standing(DomainState.FAILING, 9, NOW.minus(Duration.ofHours(72)));
        assertThat(after(over, report(PASSED, FAILED)).state()).isEqualTo(DomainState.PENDING);
        var well = after(over, report(PASSED, PASSED));
        assertThat(well.state()).isEqualTo(DomainState.ACTIVE);
        assertThat(well.failingSince()).isNull();
    }

    @Test
    void the_last_day_of_the_grace_is_told_once() {
        var since = NOW.minus(Duration.ofHours(48));
        assertThat(SCHEDULE.reminds(lastSeen(since, NOW.minusSeconds(300)), NOW.minusSeconds(1)))
                .isFalse();
        assertThat(SCHEDULE.reminds(lastSeen(since, NOW.minusSeconds(300)), NOW))
                .isTrue();
        assertThat(SCHEDULE.reminds(lastSeen(since, NOW.minus(Duration.ofDays(1))), NOW.plusSeconds(3600)))
                .as("after an outage of the checks")
                .isTrue();
        assertThat(SCHEDULE.reminds(lastSeen(since, NOW), NOW.plusSeconds(300))).isFalse();
        assertThat(SCHEDULE.reminds(standing(DomainState.ACTIVE), NOW)).isFalse();
    }

    private static DomainStanding lastSeen(Instant failingSince, Instant at) {
        var failing = standing(DomainState.FAILING, 9, failingSince);
        return new DomainStanding(
                failing.domain(),
                "c",
                NOW,
                NOW,
                9,
                failingSince,
                false,
                new DomainReport(at, report(PASSED, FAILED).checks()));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "VERIFIED", "ACTIVE", "FAILING"})
    void what_nobody_could_find_out_changes_nothing(DomainState state) {
        var seen = standing(state, 2, state == DomainState.FAILING ? NOW.minus(Duration.ofDays(30)) : null);
        for (boolean isContested : new boolean[] {false, true}) {
            var step = SCHEDULE.after(seen, report(UNKNOWN, UNKNOWN), isContested, NOW);
            assertThat(step.state()).isEqualTo(state);
            assertThat(step.nextCheck()).isAfter(NOW);
        }
    }

    @Test
    void a_proof_that_is_gone_counts_only_once_somebody_else_has_proven_the_host() {
        var active = standing(DomainState.ACTIVE);
        assertThat(SCHEDULE.after(active, report(FAILED, PASSED), false, NOW).state())
                .isEqualTo(DomainState.ACTIVE);
        assertThat(SCHEDULE.after(active, report(FAILED, PASSED), true, NOW).state())
                .isEqualTo(DomainState.PENDING);
        assertThat(SCHEDULE.after(active, report(PASSED, PASSED), true, NOW).state())
                .isEqualTo(DomainState.ACTIVE);
    }

    @Test
    void every_step_is_one_that_may_follow() {
        for (var state : Set.of(DomainState.PENDING, DomainState.VERIFIED, DomainState.ACTIVE, DomainState.FAILING)) {
            for (var owned : Outcome.values()) {
                for (var routed : Outcome.values()) {
                    for (boolean isContested : new boolean[] {false, true}) {
                        var since = state == DomainState.FAILING ? NOW.minus(Duration.ofDays(30)) : null;
                        var next = SCHEDULE.after(standing(state, 2, since), report(owned, routed), isContested, NOW);
                        assertThat(next.state() == state || state.mayBecome(next.state()))
                                .as("%s → %s", state, next.state())
                                .isTrue();
                        assertThat(next.failingSince() != null).isEqualTo(next.state() == DomainState.FAILING);
                    }
                }
            }
        }
    }

    @Test
    void what_was_given_back_is_not_checked() {
        assertThatThrownBy(() -> after(standing(DomainState.REMOVED), report(PASSED, PASSED)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static DomainStep after(DomainStanding seen, DomainReport report) {
        return SCHEDULE.after(seen, report, false, NOW);
    }

    private static DomainStanding standing(DomainState state) {
        return standing(state, 0, state == DomainState.FAILING ? NOW : null);
    }

    private static DomainStanding standing(DomainState state, int misses, Instant failingSince) {
        var domain = new Domain(Acme.ID, HostName.of("shop.example"), state, false);
        return new DomainStanding(domain, "c", NOW, NOW, misses, failingSince, false, null);
    }

    private static DomainReport report(Outcome owned, Outcome routed) {
        var checks = Stream.of(OWNERSHIP, ROUTING, IPV6, CERTIFICATE)
                .map(subject -> new DomainCheck(
                        subject,
                        subject == OWNERSHIP ? owned : subject == ROUTING ? routed : PASSED,
                        List.of(),
                        List.of(),
                        List.of(),
                        null))
                .toList();
        return new DomainReport(NOW, checks);
    }
}
