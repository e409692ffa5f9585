package io.chom.tenants.developer.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.developer.calls.Processes.Answer;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What becomes of the limit when the database, a connection or a process is lost. */
@TenantsTest
class CallOutagesTest {

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
    void while_the_database_is_away_calls_go_on_with_what_is_leased_and_are_then_unavailable() {
        processes.choose("professional");
        var away = new AtomicBoolean();
        var one = processes.start(() -> away.get() ? Faults.Fault.BEFORE : Faults.Fault.NONE);
        assertThat(Processes.let(processes.call(1, i -> one))).isOne();
        away.set(true);

        var answers = processes.call(150, i -> one);

        assertThat(answers).doesNotContain(Answer.REFUSED).contains(Answer.UNAVAILABLE);
        long leased = Processes.let(answers);
        assertThat(leased).isEqualTo(99);
        away.set(false);
        assertThat(processes.call(150, i -> one)).containsOnly(Answer.LET_THROUGH);
        Processes.stop(one);
        assertThat(processes.sums()).containsExactly(250L, 250L);
    }

    @Test
    void a_process_that_is_gone_takes_its_lease_with_it_and_nothing_else() {
        processes.choose("starter");
        var gone = new AtomicBoolean();
        var dying = processes.start(() -> gone.get() ? Faults.Fault.BEFORE : Faults.Fault.NONE);
        var other = processes.start();
        assertThat(Processes.let(processes.call(1, i -> dying))).isOne();
        gone.set(true);

        assertThat(Processes.let(processes.call(1_200, i -> other)))
                .as("%s", processes)
                .isEqualTo(STARTER - 10);
    }

    @Test
    void lost_connections_and_lost_answers_neither_give_away_nor_swallow_a_call() {
        processes.choose("starter");
        var healthy = new AtomicBoolean();
        Supplier<Faults.Fault> faults = () -> healthy.get() ? Faults.Fault.NONE : someFault();
        var two = List.of(processes.start(faults), processes.start(faults));

        long before = Processes.let(processes.call(1_500, i -> two.get(i % 2)));
        healthy.set(true);
        long after = Processes.let(processes.call(1_500, i -> two.get(i % 2)));

        assertThat(before + after).as("%s", processes).isEqualTo(STARTER);
        assertThat(before).as("%s", processes).isPositive();
    }

    @Test
    void a_grant_of_which_nobody_heard_goes_back_by_itself() {
        processes.choose("starter");
        var lost = new AtomicBoolean(true);
        var one = processes.start(() -> lost.getAndSet(false) ? Faults.Fault.AFTER : Faults.Fault.NONE);

        assertThat(processes.call(1, i -> one)).containsExactly(Answer.UNAVAILABLE);

        assertThat(processes.sums()).containsExactly(10L, 0L);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(processes.sums()).containsExactly(0L, 0L));
    }

    private static Faults.Fault someFault() {
        return switch (ThreadLocalRandom.current().nextInt(4)) {
            case 0 -> Faults.Fault.BEFORE;
            case 1 -> Faults.Fault.AFTER;
            default -> Faults.Fault.NONE;
        };
    }
}
