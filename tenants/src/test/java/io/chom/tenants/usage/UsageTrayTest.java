package io.chom.tenants.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Failure.Violation;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** What was refused is kept, can be looked at and sent again, and is gone once it is counted. */
@TenantsTest
class UsageTrayTest extends UsageGround {

    @Autowired
    UsageTray tray;

    @Autowired
    RejectionBook rejections;

    @Autowired
    UsageProperties properties;

    @Autowired
    CrossTenant crossTenant;

    @Test
    void a_refused_event_is_kept_as_it_was_sent_with_its_reason() {
        Instant time = clock.instant().minusSeconds(60);
        send(new UsageEventInput(
                "a", "cities", new BigDecimal("1.50"), time, "shop", Map.of("region", "eu"), List.of()));

        assertThat(list()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo("a");
            assertThat(one.meter()).isEqualTo("cities");
            assertThat(one.quantity()).isEqualTo("1.50");
            assertThat(one.time()).isEqualTo(time.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
            assertThat(one.subject()).isEqualTo("shop");
            assertThat(one.code()).isEqualTo("usage.unknown-meter");
            assertThat(one.detail()).contains("GET /api/v1/plans");
            assertThat(one.isWhole()).isTrue();
        });
        assertThat(as(tray.find(new UsageEventId("a"))).code()).isEqualTo("usage.unknown-meter");
    }

    @Test
    void what_comes_again_takes_no_more_room_and_tells_the_newest_reason() {
        send(event("a", "cities", 1), unreadable(), unreadable());
        var first = list();
        send(event("a", "sites", -1), unreadable());

        assertThat(first).hasSize(2);
        assertThat(list())
                .hasSize(2)
                .extracting(RejectedEvent::id, RejectedEvent::code, RejectedEvent::isWhole)
                .containsExactlyInAnyOrder(
                        tuple("a", "usage.invalid-quantity", true), tuple(null, "usage.malformed-event", false));
    }

    @Test
    void whatever_is_sent_can_be_kept() {
        send(
                new UsageEventInput("\u0000", "\u0000".repeat(5_000), null, Instant.MAX, "\ud800", Map.of(), List.of()),
                new UsageEventInput(
                        "𝄞".repeat(300),
                        "𝄞".repeat(300),
                        new BigDecimal("1e999999999"),
                        Instant.MIN,
                        "𝄞".repeat(300),
                        Map.of("k".repeat(9_000), "\u0000"),
                        List.of()),
                new UsageEventInput(null, null, new BigDecimal("1".repeat(1_000)), null, null, Map.of(), List.of()));

        assertThat(list())
                .hasSize(3)
                .allSatisfy(one -> {
                    assertThat(one.isWhole()).isFalse();
                    assertThat(one.time()).isNull();
                })
                .anySatisfy(one -> assertThat(one.meter()).isEqualTo("\ufffd".repeat(100)))
                .anySatisfy(one -> assertThat(one.quantity()).isEqualTo("1E+999999999"));
        assertThat(as(tray.replay())).isEqualTo(new Replayed(0, 0, 0));
    }

    @Test
    void a_good_batch_writes_nothing_and_a_counted_event_that_is_refused_later_is_no_loss() {
        send(event("a", "sites", 3));
        awaitEvents(1);
        send(event("a", "sites", -3));

        assertThat(list()).isEmpty();
        assertThat(book.rows(customer, "select name from usage.rejection")).isEmpty();
    }

    @Test
    void sent_again_and_taken_it_is_gone_once_it_is_counted() {
        send(event("a", "cities", 1), event("b", "cities", 1));
        send(event("a", "sites", 1), event("c", "sites", 1));

        awaitEvents(2);
        assertThat(list()).extracting(RejectedEvent::id).containsExactly("b");
        book.rollupsEqualEvents(customer);
    }

    @Test
    void a_replay_takes_what_can_be_taken_now_and_keeps_the_rest_with_the_newest_reason() {
        var ahead = UsageEventInput.of(
                "early", new MeterId("sites"), BigDecimal.TWO, clock.instant().plusSeconds(240), null);
        as(ingest.accept(List.of(ahead, event("a", "cities", 1)), new Window(Duration.ofDays(1), Duration.ZERO)));
        var before = list();
        assertThat(before).extracting(RejectedEvent::code).contains("usage.in-future", "usage.unknown-meter");

        assertThat(as(tray.replay())).isEqualTo(new Replayed(1, 1, 0));

        awaitEvents(1);
        assertThat(list()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo("a");
            assertThat(one.refusedAt()).isAfter(before.getFirst().refusedAt());
            assertThat(one.firstAt()).isEqualTo(before.getFirst().firstAt());
        });
        assertThat(as(tray.replay())).isEqualTo(new Replayed(0, 1, 0));
        assertThat(book.events(customer)).isEqualTo(1);
    }

    @Test
    void a_replay_beyond_one_batch_goes_on_with_the_next() {
        for (int part = 0; part < 2; part++) {
            int from = part * 700;
            send(IntStream.range(from, from + 700)
                    .mapToObj(n -> event("e" + n, "cities", 1))
                    .toArray(UsageEventInput[]::new));
        }

        assertThat(as(tray.size())).isEqualTo(new TraySize(1_000, 0));
        assertThat(as(tray.replay())).isEqualTo(new Replayed(0, 1_000, 400));
    }

    @Test
    void a_broken_sender_fills_no_more_than_a_day_may_have_and_the_oldest_go_first() {
        Instant now = clock.instant();
        for (int n = 0; n < 30; n++) {
            keep(now.plusMillis(n), List.of(refusal("e" + 2 * n), refusal("e" + (2 * n + 1))), 10);
        }
        keep(now.plusMillis(50), List.of(refusal("e59"), refusal("e58")), 10);

        assertThat(list())
                .extracting(RejectedEvent::id)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(50, 60).mapToObj(n -> "e" + n).toList());
        assertThat(as(tray.size())).isEqualTo(new TraySize(10, 50));
    }

    @Test
    void many_at_once_never_wait_for_each_other_in_a_circle() {
        var ids = new ArrayList<>(IntStream.range(0, 60).mapToObj(n -> "e" + n).toList());
        var at = clock.instant();

        Flux.range(0, 200)
                .flatMap(
                        n -> {
                            var some = new ArrayList<>(ids);
                            Collections.shuffle(some);
                            return rejections
                                    .keep(
                                            customer,
                                            some.subList(0, 20).stream()
                                                    .map(UsageTrayTest::refusal)
                                                    .toList(),
                                            30,
                                            at.plusMillis(n),
                                            around(at))
                                    .as(transactions::transactional);
                        },
                        8)
                .then()
                .contextWrite(io.chom.tenants.platform.TenantContext.as(customer))
                .block(PATIENCE);

        keep(at.plusSeconds(1), List.of(refusal("last")), 30);
        assertThat(list()).hasSize(30).extracting(RejectedEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void what_is_old_is_forgotten_and_the_rest_is_not() {
        Instant now = clock.instant();
        keep(now.minus(Duration.ofDays(36)), List.of(refusal("old"), refusal("dropped")), 2);
        keep(now.minus(Duration.ofDays(36)).plusMillis(1), List.of(refusal("older")), 2);
        keep(now.minus(Duration.ofDays(34)), List.of(refusal("new")), 2);

        new RejectionRounds(crossTenant, properties, new MovableClock(now))
                .forget()
                .block(PATIENCE);

        assertThat(list()).extracting(RejectedEvent::id).containsExactly("new");
        assertThat(as(tray.size())).isEqualTo(new TraySize(1, 0));
    }

    @Test
    void a_list_goes_on_where_its_page_ended() {
        send(IntStream.range(0, 25).mapToObj(n -> event("e" + n, "cities", 1)).toArray(UsageEventInput[]::new));
        List<RejectedEvent> all = new ArrayList<>();
        Cursor next = null;
        do {
            var page = as(tray.list(next, 10));
            all.addAll(page.items());
            next = page.next();
        } while (next != null);

        assertThat(all).hasSize(25).extracting(RejectedEvent::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z a\u0000", "+1000000000-12-31T23:59:59Z a"
            })
    void a_cursor_of_nobody_is_refused(String key) {
        assertThatThrownBy(() -> as(tray.list(Cursor.after(key), 10))).hasMessageStartingWith("invalid-cursor");
    }

    @Test
    void each_side_needs_its_right_and_nobody_sees_anothers() {
        send(event("a", "cities", 1));
        var other = key(NewCustomers.of(Acme.RESELLER, tenants), "usage:write", "usage:read");

        assertThatThrownBy(() -> UsageBook.as(key(customer, "usage:read"), tray.replay()))
                .hasMessageStartingWith("forbidden: ");
        assertThatThrownBy(() -> UsageBook.as(key(customer, "usage:write"), tray.list(null, 10)))
                .hasMessageStartingWith("forbidden: ");
        assertThat(UsageBook.as(other, tray.list(null, 10)).items()).isEmpty();
        assertThat(UsageBook.as(other, tray.find(new UsageEventId("a")).hasElement()))
                .isFalse();
        assertThat(UsageBook.as(other, tray.replay())).isEqualTo(new Replayed(0, 0, 0));
    }

    private void keep(Instant at, List<Refusal> refusals, int most) {
        UsageBook.as(
                customer,
                rejections
                        .keep(customer, refusals, most, at, around(at))
                        .as(transactions::transactional)
                        .thenReturn(true));
    }

    private static Span around(Instant at) {
        return new Span(at.minus(Duration.ofDays(1)), at.plus(Duration.ofDays(1)));
    }

    private static Refusal refusal(String id) {
        return new Refusal(
                Refusal.name(id), id, "cities", "1", null, null, Map.of(), true, "usage.unknown-meter", "No.");
    }

    private void send(UsageEventInput... events) {
        as(ingest.accept(List.of(events)));
    }

    private List<RejectedEvent> list() {
        return as(tray.list(null, 200)).items();
    }

    private UsageEventInput event(String id, String meter, int quantity) {
        return UsageEventInput.of(id, new MeterId(meter), BigDecimal.valueOf(quantity), clock.instant(), null);
    }

    private static UsageEventInput unreadable() {
        var violation = new Violation("quantity", "usage.malformed-event", "The field quantity must be a number.");
        return new UsageEventInput(null, "sites", null, null, null, Map.of("b", "2", "a", "1"), List.of(violation));
    }
}
