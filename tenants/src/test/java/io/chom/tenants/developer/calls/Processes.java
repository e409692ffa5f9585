package io.chom.tenants.developer.calls;

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
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Several processes on one database, and many who call them. */
final class Processes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final ApplicationContext program;
    private final Acting customer;
    private final List<CallLimits> started = new ArrayList<>();
    private final List<Disposable> listening = new ArrayList<>();

    /** None yet, and a customer without a plan. */
    Processes(ApplicationContext program) {
        this.program = program;
        this.customer = NewCustomers.of(Acme.RESELLER, program.getBean(TenantService.class));
        System.out.println(this);
    }

    enum Answer {
        LET_THROUGH,
        REFUSED,
        UNAVAILABLE
    }

    /** For the message of a failure: what makes it come again. */
    @Override
    public String toString() {
        return "seed " + seed;
    }

    Random random() {
        return random;
    }

    Acting customer() {
        return customer;
    }

    TransactionalOperator transactions() {
        return program.getBean(TransactionalOperator.class);
    }

    DatabaseClient database() {
        return program.getBean(DatabaseClient.class);
    }

    private Broadcast broadcast() {
        return program.getBean(Broadcast.class);
    }

    CallLimits start() {
        return start(Clock.systemUTC(), transactions());
    }

    /** One whose transactions fail so. */
    CallLimits start(Supplier<Faults.Fault> faults) {
        return start(Clock.systemUTC(), new Faults(transactions(), faults));
    }

    /** One that hears what is sent, as the program's own does. */
    CallLimits start(Clock clock, TransactionalOperator transactions) {
        var limits = new CallLimits(new CallBook(
                program.getBean(ApiPlans.class),
                program.getBean(Catalogues.class),
                program.getBean(CallDays.class),
                transactions,
                broadcast(),
                clock));
        listening.add(
                broadcast().listen(limits.channel()).concatMap(limits::changed).subscribe());
        limits.start();
        started.add(limits);
        return limits;
    }

    /** Calls from many threads at once, each in one of the processes. */
    List<Answer> call(int calls, IntFunction<CallLimits> where) {
        List<CallLimits> places = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            places.add(where.apply(i));
        }
        return Flux.fromIterable(places)
                .parallel(8)
                .runOn(Schedulers.boundedElastic())
                .flatMap(limits -> answer(take(limits)), false, 64)
                .sequential()
                .collectList()
                .block(PATIENCE);
    }

    private static Mono<Answer> answer(Mono<Void> taken) {
        return taken.thenReturn(Answer.LET_THROUGH)
                .onErrorReturn(Refused.class, Answer.REFUSED)
                .onErrorReturn(QueryTimeoutException.class, Answer.UNAVAILABLE);
    }

    /** As the filter does it. */
    private Mono<Void> take(CallLimits limits) {
        return Mono.defer(() -> limits.takeAtOnce(customer) ? Mono.empty() : limits.take(customer));
    }

    /** How a call is refused; null if it is let through. */
    @Nullable
    Failure refusal(CallLimits limits) {
        return take(limits)
                .then(Mono.<Failure>empty())
                .onErrorResume(Refused.class, refused -> Mono.just(refused.failure()))
                .block(PATIENCE);
    }

    static long let(List<Answer> answers) {
        return answers.stream().filter(Answer.LET_THROUGH::equals).count();
    }

    /** And waits until everybody has heard of it: words are passed on in the order in which they were sent. */
    void choose(String plan) {
        var word = "word " + random.nextLong();
        var heard = broadcast()
                .listen("call_limits_test")
                .filter(word::equals)
                .next()
                .toFuture();
        program.getBean(ApiPlanService.class)
                .choose(plan)
                .contextWrite(TenantContext.as(customer))
                .block(PATIENCE);
        broadcast().send("call_limits_test", word).block(PATIENCE);
        await().atMost(PATIENCE).until(heard::isDone);
    }

    /** Leased and used of the only day, or of this one. */
    List<Long> sums(String... day) {
        var only = day.length == 0 ? "" : " and day = '" + day[0] + "'";
        return As.all(
                        transactions(),
                        customer,
                        database()
                                .sql("select leased, used from developer.call_day where tenant_id = :tenant" + only)
                                .bind("tenant", customer.tenant().value())
                                .map(row -> List.of(row.get("leased", Long.class), row.get("used", Long.class)))
                                .all())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Ends one in good order. */
    static void stop(SmartLifecycle one) {
        var done = new CountDownLatch(1);
        one.stop(done::countDown);
        try {
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        started.forEach(Processes::stop);
        listening.forEach(Disposable::dispose);
    }
}
