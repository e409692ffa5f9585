package io.chom.tenants.developer.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What is counted in memory and what comes out of the database. */
@TenantsTest
class CallHoursTest extends TenantIsolationContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant HOUR = Instant.parse("2026-03-01T12:00:00Z");
    private static final Route LIST = new Route("GET", "/api/v1/keys");
    private static final CallHours.Position START = new CallHours.Position(Instant.parse("2100-01-01T00:00:00Z"), "");

    @Autowired
    CallHours subject;

    @Autowired
    TenantService tenants;

    @Override
    public String table() {
        return "developer.call_hour";
    }

    @Override
    public Publisher<?> write() {
        var tally = new Tally();
        tally.add(1_000);
        var route = new Route("GET", "/" + UUID.randomUUID());
        return TenantContext.require()
                .flatMap(acting -> subject.add(
                        acting.tenant(), HOUR, List.of(new CallCounts.Part(route, 2, tally, tally.sums()))));
    }

    @Override
    public Flux<?> read() {
        return TenantContext.require().flatMapMany(acting -> list(acting));
    }

    private Flux<CallHour> list(Acting acting) {
        return subject.list(acting.tenant(), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), START, 10_000);
    }

    @Test
    void calls_of_many_threads_add_up_exactly_after_an_orderly_stop_whatever_failed_on_the_way() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var acme = NewCustomers.of(Acme.RESELLER, tenants);
        var nimbus = NewCustomers.of(Nimbus.RESELLER, tenants);
        var healthy = new AtomicBoolean();
        var log = new CallLog(
                subject,
                new Faults(
                        transactions,
                        () -> healthy.get() || random.nextBoolean() ? Faults.Fault.NONE : Faults.Fault.BEFORE),
                Clock.systemUTC());
        var counted = new AtomicBoolean();
        var writing = Flux.interval(Duration.ofMillis(20))
                .onBackpressureDrop()
                .takeUntil(tick -> counted.get())
                .concatMap(tick -> log.round(), 0)
                .then()
                .toFuture();

        Flux.range(0, 40_000)
                .parallel(8)
                .runOn(Schedulers.boundedElastic())
                .doOnNext(i -> log.note(i % 4 == 0 ? nimbus : acme, LIST, i % 10 == 0 ? 429 : 200, 1_000_000L + i))
                .sequential()
                .blockLast(PATIENCE);
        counted.set(true);
        writing.join();
        healthy.set(true);
        Processes.stop(log);

        assertThat(sums(acme)).as("seed %d", seed).containsExactly(30_000L, 2_000L);
        assertThat(sums(nimbus)).as("seed %d", seed).containsExactly(10_000L, 2_000L);
        var most = As.all(transactions, acme, list(acme)).stream()
                .map(CallHour::most)
                .max(Duration::compareTo);
        assertThat(most).hasValue(Duration.ofNanos(1_039_000));
    }

    @Test
    void each_hour_has_its_own_calls_and_late_ones_are_not_lost() {
        var customer = NewCustomers.of(Acme.RESELLER, tenants);
        var clock = new MovableClock(HOUR.plusSeconds(3_599));
        var log = new CallLog(subject, transactions, clock);
        note(log, customer, 3);
        clock.move(Duration.ofSeconds(1));
        note(log, customer, 2);
        log.round().block(PATIENCE);
        clock.move(Duration.ofHours(3));
        note(log, customer, 1);
        log.round().then(log.round()).block(PATIENCE);

        assertThat(As.all(transactions, customer, list(customer)))
                .extracting(CallHour::hour, CallHour::calls)
                .containsExactly(
                        tuple(HOUR.plusSeconds(4 * 3_600), 1L), tuple(HOUR.plusSeconds(3_600), 2L), tuple(HOUR, 3L));
    }

    @Test
    void a_second_process_adds_to_what_the_first_has_written() {
        var customer = NewCustomers.of(Acme.RESELLER, tenants);
        for (int calls : new int[] {3, 4}) {
            var log = new CallLog(subject, transactions, new MovableClock(HOUR));
            note(log, customer, calls);
            Processes.stop(log);
        }

        var hour = As.all(transactions, customer, list(customer)).getFirst();

        assertThat(hour.calls()).isEqualTo(7);
        assertThat(hour.total()).isEqualTo(Duration.ofMillis(14));
        assertThat(hour.average()).isEqualTo(Duration.ofMillis(2));
    }

    private static void note(CallLog log, Acting customer, int calls) {
        for (int i = 0; i < calls; i++) {
            log.note(customer, LIST, 200, 2_000_000);
        }
    }

    private List<Long> sums(Acting acting) {
        var hours = As.all(transactions, acting, list(acting));
        return List.of(
                hours.stream().mapToLong(CallHour::calls).sum(),
                hours.stream().mapToLong(CallHour::errors).sum());
    }
}
