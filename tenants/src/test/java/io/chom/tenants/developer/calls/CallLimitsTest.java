package io.chom.tenants.developer.calls;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.developer.calls.Processes.Answer;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.support.As;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two processes on one database: exactly as many calls as the plan has, whoever asks where. */
@TenantsTest
class CallLimitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STARTER = 1_000;

    @Autowired
    ApplicationContext program;

    private Processes processes;

    @BeforeEach
    void prepare() {
        processes = new Processes(program);
    }

    @AfterEach
    void end() {
        processes.close();
    }

    @Test
    void two_processes_let_through_exactly_the_limit_under_many_concurrent_callers() {
        processes.choose("starter");
        var two = List.of(processes.start(), processes.start());

        var answers = processes.call(2_500, i -> two.get(processes.random().nextInt(2)));

        assertThat(answers).as("%s", processes).hasSize(2_500).doesNotContain(Answer.UNAVAILABLE);
        assertThat(Processes.let(answers)).as("%s", processes).isEqualTo(STARTER);
        assertThat(processes.call(20, i -> two.get(i % 2))).containsOnly(Answer.REFUSED);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(processes.sums()).containsExactly(1_000L, 1_000L));
    }

    @Test
    void what_one_process_holds_and_does_not_use_the_other_gets_before_anybody_is_refused() {
        processes.choose("starter");
        var idle = processes.start();
        var busy = processes.start();
        assertThat(Processes.let(processes.call(1, i -> idle))).isOne();

        var answers = processes.call(1_200, i -> busy);

        assertThat(Processes.let(answers)).as("%s", processes).isEqualTo(STARTER - 1);
        assertThat(processes.call(1, i -> idle)).containsExactly(Answer.REFUSED);
    }

    @Test
    void what_lies_idle_for_half_a_minute_is_given_back_by_itself() {
        processes.choose("starter");
        var clock = new MovableClock(Instant.now().truncatedTo(ChronoUnit.DAYS));
        var idle = processes.start(clock, processes.transactions());
        assertThat(Processes.let(processes.call(3, i -> idle))).isEqualTo(3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(processes.sums()).containsExactly(10L, 3L));

        clock.move(Duration.ofSeconds(30));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(processes.sums()).containsExactly(3L, 3L));
    }

    @Test
    void an_orderly_stop_gives_everything_back_at_once() {
        processes.choose("starter");
        var one = processes.start();
        assertThat(Processes.let(processes.call(3, i -> one))).isEqualTo(3);

        Processes.stop(one);

        assertThat(processes.sums()).containsExactly(3L, 3L);
    }

    @Test
    void a_day_ends_at_midnight_of_the_customers_zone_and_the_next_has_as_many() {
        As.one(
                processes.transactions(),
                processes.customer(),
                processes
                        .database()
                        .sql("update tenancy.tenant set time_zone = 'Asia/Tokyo' where tenant_id = :tenant")
                        .bind("tenant", processes.customer().tenant().value())
                        .then());
        processes.choose("starter");
        var clock = new MovableClock(Instant.parse("2026-03-01T14:59:59Z"));
        var one = processes.start(clock, processes.transactions());
        assertThat(Processes.let(processes.call(STARTER + 50, i -> one))).isEqualTo(STARTER);
        var refused = (Failure.LimitReached) processes.refusal(one);
        assertThat(refused.resetAt()).isEqualTo("2026-03-01T15:00:00Z");
        assertThat(refused.limit()).isEqualTo(STARTER);

        clock.move(Duration.ofSeconds(1));

        assertThat(Processes.let(processes.call(600, i -> one))).isEqualTo(600);
        clock.move(Duration.ofDays(1));
        assertThat(Processes.let(processes.call(STARTER + 50, i -> one))).isEqualTo(STARTER);
        Processes.stop(one);
        assertThat(processes.sums("2026-03-01")).containsExactly(1_000L, 1_000L);
        assertThat(processes.sums("2026-03-02")).containsExactly(600L, 600L);
        assertThat(processes.sums("2026-03-03")).containsExactly(1_000L, 1_000L);
    }

    @Test
    void another_plan_takes_effect_in_every_process_within_a_second() {
        processes.choose("starter");
        var two = List.of(processes.start(), processes.start());
        assertThat(Processes.let(processes.call(1_100, i -> two.get(i % 2)))).isEqualTo(STARTER);

        processes.choose("professional");
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(20, MILLISECONDS)
                .until(() -> two.stream().allMatch(one -> Processes.let(processes.call(1, i -> one)) == 1));

        processes.choose("starter");
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(20, MILLISECONDS)
                .until(() -> two.stream().allMatch(one -> Processes.let(processes.call(1, i -> one)) == 0));
        assertThat(processes.sums().getLast()).isBetween(1_002L, 1_100L);

        processes.choose("enterprise");
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(20, MILLISECONDS)
                .until(() -> two.stream().allMatch(one -> Processes.let(processes.call(1, i -> one)) == 1));
        assertThat(processes.call(5_000, i -> two.get(i % 2))).containsOnly(Answer.LET_THROUGH);
    }

    @Test
    void who_has_no_plan_is_not_limited_and_costs_nothing_in_the_book() {
        var one = processes.start();

        assertThat(processes.call(12_000, i -> one)).containsOnly(Answer.LET_THROUGH);

        assertThat(one.takeAtOnce(processes.customer())).isTrue();
        assertThat(processes.sums()).isEmpty();
    }
}
