package io.chom.tenants.developer.calls;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Two processes on one database: exactly as many calls as the plan has, whoever asks where and whatever fails. */
@TenantsTest
class CallLimitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STARTER = 1_000;

    @Autowired
    ApiPlanService plans;

    @Autowired
    ApiPlans chosen;

    @Autowired
    Catalogues catalogues;

    @Autowired
    CallDays days;

    @Autowired
    Broadcast broadcast;

    @Autowired
    TenantService tenants;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    DatabaseClient database;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<CallLimits> started = new ArrayList<>();
    private final List<Disposable> listening = new ArrayList<>();
    private Acting customer;

    private enum Answer {
        LET_THROUGH,
        REFUSED,
        UNAVAILABLE
    }

    @BeforeEach
    void prepare() {
        System.out.println("seed " + seed);
        customer = NewCustomers.of(Acme.RESELLER, tenants);
    }

    @AfterEach
    void end() {
        started.forEach(CallLimitsTest::stop);
        listening.forEach(Disposable::dispose);
    }

    @Test
    void two_processes_let_through_exactly_the_limit_under_many_concurrent_callers() {
        choose("starter");
        var processes = List.of(process(), process());

        var answers = call(2_500, i -> processes.get(random.nextInt(2)));

        assertThat(answers).as("seed %d", seed).hasSize(2_500).doesNotContain(Answer.UNAVAILABLE);
        assertThat(let(answers)).as("seed %d", seed).isEqualTo(STARTER);
        assertThat(call(20, i -> processes.get(i % 2))).containsOnly(Answer.REFUSED);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sums()).containsExactly(1_000L, 1_000L));
    }

    @Test
    void what_one_process_holds_and_does_not_use_the_other_gets_before_anybody_is_refused() {
        choose("starter");
        var idle = process();
        var busy = process();
        assertThat(let(call(1, i -> idle))).isOne();

        var answers = call(1_200, i -> busy);

        assertThat(let(answers)).as("seed %d", seed).isEqualTo(STARTER - 1);
        assertThat(call(1, i -> idle)).containsExactly(Answer.REFUSED);
    }

    @Test
    void what_lies_idle_for_half_a_minute_is_given_back_by_itself() {
        choose("starter");
        var clock = new MovableClock(Instant.now().truncatedTo(ChronoUnit.DAYS));
        var idle = process(clock, transactions);
        assertThat(let(call(3, i -> idle))).isEqualTo(3);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sums()).containsExactly(10L, 3L));

        clock.move(Duration.ofSeconds(30));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sums()).containsExactly(3L, 3L));
    }

    @Test
    void an_orderly_stop_gives_everything_back_at_once() {
        choose("starter");
        var one = process();
        assertThat(let(call(3, i -> one))).isEqualTo(3);

        stop(one);

        assertThat(sums()).containsExactly(3L, 3L);
    }

    @Test
    void a_day_ends_at_midnight_of_the_customers_zone_and_the_next_has_as_many() {
        As.one(
                transactions,
                customer,
                database.sql("update tenancy.tenant set time_zone = 'Asia/Tokyo' where tenant_id = :tenant")
                        .bind("tenant", customer.tenant().value())
                        .then());
        choose("starter");
        var clock = new MovableClock(Instant.parse("2026-03-01T14:59:59Z"));
        var one = process(clock, transactions);
        assertThat(let(call(STARTER + 50, i -> one))).isEqualTo(STARTER);
        var refused = (Failure.LimitReached) refusal(one);
        assertThat(refused.resetAt()).isEqualTo("2026-03-01T15:00:00Z");
        assertThat(refused.limit()).isEqualTo(STARTER);

        clock.move(Duration.ofSeconds(1));

        assertThat(let(call(600, i -> one))).isEqualTo(600);
        clock.move(Duration.ofDays(1));
        assertThat(let(call(STARTER + 50, i -> one))).isEqualTo(STARTER);
        stop(one);
        assertThat(sums("2026-03-01")).containsExactly(1_000L, 1_000L);
        assertThat(sums("2026-03-02")).containsExactly(600L, 600L);
        assertThat(sums("2026-03-03")).containsExactly(1_000L, 1_000L);
    }

    @Test
    void another_plan_takes_effect_in_every_process_within_a_second() {
        choose("starter");
        var processes = List.of(process(), process());
        assertThat(let(call(1_100, i -> processes.get(i % 2)))).isEqualTo(STARTER);

        choose("professional");
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(20, MILLISECONDS)
                .until(() -> processes.stream().allMatch(one -> let(call(1, i -> one)) == 1));

        choose("starter");
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(20, MILLISECONDS)
                .until(() -> processes.stream().allMatch(one -> let(call(1, i -> one)) == 0));
        assertThat(sums().getLast()).isBetween(1_002L, 1_100L);

        choose("enterprise");
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(20, MILLISECONDS)
                .until(() -> processes.stream().allMatch(one -> let(call(1, i -> one)) == 1));
        assertThat(call(5_000, i -> processes.get(i % 2))).containsOnly(Answer.LET_THROUGH);
    }

    @Test
    void who_has_no_plan_is_not_limited_and_costs_nothing_in_the_book() {
        var one = process();

        assertThat(call(12_000, i -> one)).containsOnly(Answer.LET_THROUGH);

        assertThat(one.takeAtOnce(customer)).isTrue();
        assertThat(sums()).isEmpty();
    }

    @Test
    void while_the_database_is_away_calls_go_on_with_what_is_leased_and_are_then_unavailable() {
        choose("professional");
        var away = new AtomicBoolean();
        var one = process(
                Clock.systemUTC(),
                new Faults(transactions, () -> away.get() ? Faults.Fault.BEFORE : Faults.Fault.NONE));
        assertThat(let(call(1, i -> one))).isOne();
        away.set(true);

        var answers = call(150, i -> one);

        assertThat(answers).doesNotContain(Answer.REFUSED).contains(Answer.UNAVAILABLE);
        long leased = let(answers);
        assertThat(leased).isEqualTo(99);
        away.set(false);
        assertThat(call(150, i -> one)).containsOnly(Answer.LET_THROUGH);
        stop(one);
        assertThat(sums()).containsExactly(250L, 250L);
    }

    @Test
    void a_process_that_is_gone_takes_its_lease_with_it_and_nothing_else() {
        choose("starter");
        var gone = new AtomicBoolean();
        var dying = process(
                Clock.systemUTC(),
                new Faults(transactions, () -> gone.get() ? Faults.Fault.BEFORE : Faults.Fault.NONE));
        var other = process();
        assertThat(let(call(1, i -> dying))).isOne();
        gone.set(true);

        assertThat(let(call(1_200, i -> other))).as("seed %d", seed).isEqualTo(STARTER - 10);
    }

    @Test
    void lost_connections_and_lost_answers_neither_give_away_nor_swallow_a_call() {
        choose("starter");
        var healthy = new AtomicBoolean();
        var transactions = new Faults(this.transactions, () -> healthy.get() ? Faults.Fault.NONE : someFault());
        var processes = List.of(process(Clock.systemUTC(), transactions), process(Clock.systemUTC(), transactions));

        long before = let(call(1_500, i -> processes.get(i % 2)));
        healthy.set(true);
        long after = let(call(1_500, i -> processes.get(i % 2)));

        assertThat(before + after).as("seed %d", seed).isEqualTo(STARTER);
        assertThat(before).as("seed %d", seed).isPositive();
    }

    private static Faults.Fault someFault() {
        return switch (ThreadLocalRandom.current().nextInt(4)) {
            case 0 -> Faults.Fault.BEFORE;
            case 1 -> Faults.Fault.AFTER;
            default -> Faults.Fault.NONE;
        };
    }

    private CallLimits process() {
        return process(Clock.systemUTC(), transactions);
    }

    /** One that hears what is sent, as the program's own does. */
    private CallLimits process(Clock clock, TransactionalOperator transactions) {
        var limits = new CallLimits(new CallBook(chosen, catalogues, days, transactions, broadcast, clock));
        listening.add(
                broadcast.listen(limits.channel()).concatMap(limits::changed).subscribe());
        limits.start();
        started.add(limits);
        return limits;
    }

    private interface Where {
        CallLimits of(int call);
    }

    private List<Answer> call(int calls, Where where) {
        List<CallLimits> places = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            places.add(where.of(i));
        }
        return Flux.fromIterable(places)
                .parallel(8)
                .runOn(Schedulers.boundedElastic())
                .flatMap(this::answer, false, 64)
                .sequential()
                .collectList()
                .block(PATIENCE);
    }

    private Mono<Answer> answer(CallLimits limits) {
        return take(limits)
                .thenReturn(Answer.LET_THROUGH)
                .onErrorReturn(Refused.class, Answer.REFUSED)
                .onErrorReturn(QueryTimeoutException.class, Answer.UNAVAILABLE);
    }

    /** As the filter does it. */
    private Mono<Void> take(CallLimits limits) {
        return Mono.defer(() -> limits.takeAtOnce(customer) ? Mono.empty() : limits.take(customer));
    }

    private @Nullable Failure refusal(CallLimits limits) {
        return take(limits)
                .then(Mono.<Failure>empty())
                .onErrorResume(Refused.class, refused -> Mono.just(refused.failure()))
                .block(PATIENCE);
    }

    private static long let(List<Answer> answers) {
        return answers.stream().filter(Answer.LET_THROUGH::equals).count();
    }

    /** And waits until everybody has heard of it: words are passed on in the order in which they were sent. */
    private void choose(String plan) {
        var word = "word " + random.nextLong();
        var heard =
                broadcast.listen("call_limits_test").filter(word::equals).next().toFuture();
        plans.choose(plan).contextWrite(TenantContext.as(customer)).block(PATIENCE);
        broadcast.send("call_limits_test", word).block(PATIENCE);
        await().atMost(PATIENCE).until(heard::isDone);
    }

    private static void stop(CallLimits limits) {
        var done = new CountDownLatch(1);
        limits.stop(done::countDown);
        try {
            assertThat(done.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Leased and used of the only day, or of this one. */
    private List<Long> sums(String... day) {
        var only = day.length == 0 ? "" : " and day = '" + day[0] + "'";
        return As.all(
                        transactions,
                        customer,
                        database.sql("select leased, used from developer.call_day where tenant_id = :tenant" + only)
                                .bind("tenant", customer.tenant().value())
                                .map(row -> List.of(row.get("leased", Long.class), row.get("used", Long.class)))
                                .all())
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
