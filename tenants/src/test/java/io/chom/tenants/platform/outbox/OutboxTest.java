package io.chom.tenants.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.DomainEvent;
import io.chom.tenants.platform.EventEnvelope;
import io.chom.tenants.platform.EventId;
import io.chom.tenants.platform.EventStream;
import io.chom.tenants.platform.Inbox;
import io.chom.tenants.platform.Outbox;
import io.chom.tenants.platform.StreamRecord;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@TenantsTest
class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Outbox outbox;

    @Autowired
    Inbox inbox;

    @Autowired
    OutboxRelay relay;

    @Autowired
    OutboxSchedule schedule;

    @Autowired
    Expiry expiry;

    @Autowired
    EventStream stream;

    @Autowired
    CrossTenant platform;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    JsonMapper json;

    private final String run = Uuids.next().toString();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private Disposable consumption;

    record Tested(String run, int number) implements DomainEvent {

        @Override
        public String type() {
            return "platform.tested";
        }
    }

    record Seen(StreamRecord record, EventEnvelope envelope) {

        int number() {
            return envelope.data().required("number").asInt();
        }
    }

    @BeforeEach
    void consume() {
        consumption = stream.consume(
                EventEnvelope.TOPIC,
                "test-" + run,
                batch -> Mono.fromRunnable(() -> batch.stream()
                        .map(record -> new Seen(record, EventEnvelope.read(record, json)))
                        .filter(one ->
                                run.equals(one.envelope().data().path("run").asString("")))
                        .forEach(seen::add)));
    }

    @AfterEach
    void leave() {
        consumption.dispose();
    }

    @Test
    void ships_what_was_committed_once_and_in_order_per_tenant() {
        for (Acting acting : List.of(Acme.BAKERY, Nimbus.STUDIO)) {
            for (int start = 0; start < 100; start += 10) {
                append(acting, start, start + 10);
            }
        }

        await().atMost(PATIENCE).until(() -> seen.size() >= 200);
        for (Acting acting : List.of(Acme.BAKERY, Nimbus.STUDIO)) {
            assertThat(seen.stream()
                            .filter(one -> one.record().tenant().equals(acting.tenant()))
                            .map(Seen::number))
                    .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        }
        assertThat(seen)
                .allMatch(one -> one.envelope().type().equals("platform.tested"))
                .allMatch(one -> one.record().tenant().equals(Acme.BAKERY.tenant())
                        == one.record().reseller().equals(Acme.ID))
                .allMatch(one -> Duration.between(one.envelope().at(), Instant.now())
                                .abs()
                                .toMinutes()
                        < 5);
        assertThat(seen.stream().map(one -> one.envelope().id())).doesNotHaveDuplicates();
    }

    @Test
    void never_ships_what_was_rolled_back() {
        assertThatThrownBy(() -> As.one(
                        transactions,
                        Acme.BAKERY,
                        outbox.append(new Tested(run, 1)).then(Mono.error(new IllegalStateException("on purpose")))))
                .hasMessage("on purpose");
        append(Acme.BAKERY, 2, 3);

        await().atMost(PATIENCE).until(() -> !seen.isEmpty());
        assertThat(seen).extracting(Seen::number).containsExactly(2);
    }

    @Test
    void takes_no_event_outside_of_a_tenants_transaction() {
        var append = outbox.append(new Tested(run, 1)).contextWrite(TenantContext.as(Acme.BAKERY));

        assertThatThrownBy(() -> append.block(PATIENCE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> platform.one(CrossTenant.Purpose.routine("test"), ignored -> append)
                        .block(PATIENCE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ships_again_after_a_crash_between_publishing_and_marking_and_the_inbox_drops_it() {
        var crashing = new OutboxRelay(platform, publishThenFail(), Clock.systemUTC());
        schedule.stop();
        append(Acme.BAKERY, 1, 2);
        assertThatThrownBy(() -> crashing.ship().block(PATIENCE)).hasMessage("crash on purpose");
        await().atMost(PATIENCE).until(() -> seen.size() == 1);
        schedule.start();

        await().atMost(PATIENCE).until(() -> seen.size() >= 2);
        assertThat(seen.stream().map(one -> one.envelope().id()).distinct()).hasSize(1);
        var effects = new AtomicInteger();
        seen.forEach(one -> As.one(
                transactions,
                Acme.BAKERY,
                inbox.firstTime("test", one.envelope().id()).doOnNext(first -> effects.addAndGet(first ? 1 : 0))));
        assertThat(effects).hasValue(1);
    }

    @Test
    void remembers_per_consumer_and_tenant_and_only_what_was_committed() {
        var id = EventId.next();
        assertThatThrownBy(() -> As.one(
                        transactions,
                        Acme.BAKERY,
                        inbox.firstTime("one", id).then(Mono.error(new IllegalStateException("on purpose")))))
                .hasMessage("on purpose");

        assertThat(As.one(transactions, Acme.BAKERY, inbox.firstTime("one", id)))
                .isTrue();
        assertThat(As.one(transactions, Acme.BAKERY, inbox.firstTime("one", id)))
                .isFalse();
        assertThat(As.one(transactions, Acme.BAKERY, inbox.firstTime("two", id)))
                .isTrue();
        assertThat(As.one(transactions, Nimbus.STUDIO, inbox.firstTime("one", id)))
                .isTrue();
        assertThatThrownBy(() -> inbox.firstTime("one", id)
                        .contextWrite(TenantContext.as(Acme.BAKERY))
                        .block(PATIENCE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_relay_works_at_a_time() {
        var others = platform.one(
                        CrossTenant.Purpose.routine("test"),
                        held -> held.sql("select pg_advisory_xact_lock(7230517)")
                                .fetch()
                                .rowsUpdated()
                                .then(Mono.defer(() -> relay.ship())))
                .block(PATIENCE);

        assertThat(others).isZero();
    }

    @Test
    void clears_what_nobody_asks_for_again() {
        append(Acme.BAKERY, 1, 2);
        As.one(transactions, Acme.BAKERY, inbox.firstTime("old", EventId.next()));
        await().atMost(PATIENCE).until(() -> !seen.isEmpty());
        await().atMost(PATIENCE).until(() -> count("platform.outbox where published_at is null") == 0);
        var later = new Expiry(platform, Clock.fixed(Instant.now().plus(Duration.ofDays(31)), ZoneOffset.UTC));

        assertThat(expiry.clear().block(PATIENCE)).isZero();
        assertThat(later.clear().block(PATIENCE)).isPositive();
        assertThat(count("platform.outbox where published_at is not null")).isZero();
        assertThat(count("platform.inbox")).isZero();
    }

    private void append(Acting acting, int from, int until) {
        As.all(
                transactions,
                acting,
                Flux.range(from, until - from).concatMap(number -> outbox.append(new Tested(run, number))));
    }

    private EventStream publishThenFail() {
        return new EventStream() {
            @Override
            public Mono<Void> publish(String topic, List<StreamRecord> records) {
                return stream.publish(topic, records).then(Mono.error(new IllegalStateException("crash on purpose")));
            }

            @Override
            public Mono<Void> prepare(String topic) {
                return stream.prepare(topic);
            }

            @Override
            public Disposable consume(String topic, String group, BatchHandler handler) {
                return stream.consume(topic, group, handler);
            }

            @Override
            public Flux<Boolean> answering() {
                return stream.answering();
            }
        };
    }

    private long count(String what) {
        var rows = platform.one(
                        CrossTenant.Purpose.routine("test"),
                        all -> all.sql("select count(*) as n from " + what)
                                .map(row -> row.get("n", Long.class))
                                .one())
                .block(PATIENCE);
        return rows == null ? 0 : rows;
    }
}
