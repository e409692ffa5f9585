package io.chom.tenants.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** The whole way: taken in, through Kafka, counted in PostgreSQL, told to whoever listens. */
@TenantsTest
class UsageIngestTest extends UsageGround {

    private static final MeterId SITES = new MeterId("sites");

    @Autowired
    UsageChanges changes;

    @Test
    void a_thousand_events_sent_up_to_five_times_each_are_counted_once() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<UsageEventInput> storm = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            storm.addAll(Collections.nCopies(1 + random.nextInt(5), event("e" + number)));
        }
        Collections.shuffle(storm, random);

        List<Receipt> receipts = UsageBook.as(
                customer,
                Flux.fromIterable(storm).buffer(250).flatMap(ingest::accept, 4).collectList());

        assertThat(receipts)
                .allSatisfy(receipt -> assertThat(receipt.rejected()).isEmpty());
        assertThat(receipts.stream()
                        .mapToInt(
                                one -> one.accepted().size() + one.duplicates().size())
                        .sum())
                .isEqualTo(storm.size());
        awaitEvents(1_000);
        settle();
        assertThat(book.events(customer)).isEqualTo(1_000 + 1);
        book.rollupsEqualEvents(customer);
    }

    @Test
    void sixteen_calls_at_once_with_the_same_event_count_one_fifty_times() {
        UsageBook.as(
                customer,
                Flux.range(0, 50)
                        .concatMap(trial ->
                                Flux.range(0, 16).flatMap(index -> ingest.accept(List.of(event("t" + trial))), 16))
                        .then()
                        .thenReturn(true));

        awaitEvents(50);
        settle();
        assertThat(book.events(customer)).isEqualTo(50 + 1);
        book.rollupsEqualEvents(customer);
    }

    @Test
    void the_receipt_tells_what_became_of_each_event() {
        accept(event("old"));
        awaitEvents(1);

        Receipt receipt = accept(
                event("old"),
                event("new"),
                event("new"),
                UsageEventInput.of("x", new MeterId("cities"), BigDecimal.ONE, clock.instant(), null),
                UsageEventInput.of("y", SITES, BigDecimal.valueOf(-1), clock.instant(), null));

        assertThat(receipt.accepted()).containsExactly(new UsageEventId("new"));
        assertThat(receipt.duplicates()).containsExactly(new UsageEventId("old"), new UsageEventId("new"));
        assertThat(receipt.rejected())
                .extracting(one -> one.index() + " " + one.id() + " " + one.code())
                .containsExactly("3 x usage.unknown-meter", "4 y usage.invalid-quantity");
        awaitEvents(2);
    }

    @Test
    void history_comes_in_through_the_same_door_with_a_wider_window() {
        Instant now = clock.instant().plusSeconds(60);
        var days = IntStream.range(0, 90)
                .mapToObj(day -> UsageEventInput.of(
                        "day-" + day, SITES, BigDecimal.valueOf(day), now.minus(day, ChronoUnit.DAYS), null))
                .toList();

        assertThat(UsageBook.as(customer, ingest.accept(days)).rejected())
                .hasSize(54)
                .allSatisfy(one -> assertThat(one.code()).isEqualTo("usage.too-old"));
        UsageBook.as(customer, ingest.accept(days, new Window(Duration.ofDays(100), Duration.ofMinutes(5))));

        awaitEvents(90);
        book.rollupsEqualEvents(customer);
        assertThat(book.rows(customer, UsageBook.DAYS)).hasSize(90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"usage:read", "owner", "sites:write"})
    void whoever_lacks_the_right_sends_nothing(String right) {
        assertThatThrownBy(() -> UsageBook.as(key(customer, right), ingest.accept(List.of(event("e")))))
                .hasMessageStartingWith("forbidden: ");
    }

    @Test
    void too_many_and_none_are_refused_whole() {
        var many = IntStream.rangeClosed(0, 1_000)
                .mapToObj(index -> event("e" + index))
                .toList();

        assertThatThrownBy(() -> UsageBook.as(customer, ingest.accept(many)))
                .hasMessageStartingWith("usage.batch-too-large: ");
        assertThatThrownBy(() -> UsageBook.as(customer, ingest.accept(List.of())))
                .hasMessageStartingWith("usage.empty-batch: ");
        assertThat(book.events(customer)).isZero();
    }

    @Test
    void a_change_is_heard_after_it_can_be_read_by_the_tenant_and_its_reseller_alone() {
        List<BigDecimal> read = new CopyOnWriteArrayList<>();
        List<TenantId> reseller = new CopyOnWriteArrayList<>();
        List<TenantId> foreign = new CopyOnWriteArrayList<>();
        var now = clock.instant();
        Span span = new Span(now.minusSeconds(60), now.plusSeconds(60));
        Disposable listeners = reactor.core.Disposables.composite(
                changes.changes()
                        .concatMap(change -> usage.totals(Map.of(customer.tenant(), span)))
                        .contextWrite(TenantContext.as(customer))
                        .subscribe(totals -> read.add(totals.getOrDefault(customer.tenant(), Totals.NONE)
                                .of(SITES))),
                changes.changes()
                        .contextWrite(TenantContext.as(Acme.RESELLER))
                        .subscribe(change -> reseller.add(change.tenant())),
                changes.changes()
                        .contextWrite(TenantContext.as(Nimbus.RESELLER))
                        .subscribe(change -> foreign.add(change.tenant())));
        try {
            accept(UsageEventInput.of("e", SITES, BigDecimal.valueOf(7), now, null));

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(read).endsWith(BigDecimal.valueOf(7));
                assertThat(reseller).contains(customer.tenant());
            });
            assertThat(foreign).doesNotContain(customer.tenant());
        } finally {
            listeners.dispose();
        }
    }

    private Receipt accept(UsageEventInput... events) {
        return UsageBook.as(customer, ingest.accept(List.of(events)));
    }

    /** A later event of the same tenant is counted after everything that was sent before it. */
    private void settle() {
        accept(event("last of " + customer.tenant()));
        await().atMost(PATIENCE)
                .until(() -> !book.rows(customer, "select id from usage.event where id like 'last of %'")
                        .isEmpty());
    }

    private UsageEventInput event(String id) {
        return UsageEventInput.of(
                id, SITES, BigDecimal.valueOf(Math.abs(id.hashCode() % 1_000)), clock.instant(), "shop");
    }
}
