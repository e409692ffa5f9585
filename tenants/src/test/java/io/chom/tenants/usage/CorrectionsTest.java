package io.chom.tenants.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.StreamRecord;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An event that was wrong is put right by another one, and stays as it was sent. */
@TenantsTest
class CorrectionsTest extends UsageGround {

    private static final MeterId BANDWIDTH = new MeterId("bandwidth_gb");

    @Autowired
    UsageTray tray;

    @Autowired
    UsageCounting counting;

    @Test
    void nobody_corrects_what_is_somebody_elses_and_it_looks_as_if_it_were_not_there() {
        send(event("a", "7", null));
        Acting neighbour = key(NewCustomers.of(Acme.RESELLER, tenants), "usage:write");
        var unknown = refusal(neighbour, "never sent");

        assertThat(unknown.code()).isEqualTo("usage.unknown-event");
        for (Acting other : List.of(neighbour, key(Acme.RESELLER, "usage:write"), key(Nimbus.STUDIO, "usage:write"))) {
            var refusal = refusal(other, "a");
            assertThat(refusal.code()).isEqualTo(unknown.code());
            assertThat(refusal.detail()).isEqualTo(unknown.detail().replace("never sent", "a"));
        }
        assertThat(total()).isEqualByComparingTo("7");
        book.rollupsEqualEvents(customer);
    }

    @Test
    void a_correction_replaces_a_quantity_and_zero_cancels_and_the_events_stay_as_they_were() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        send(event("a", "7", null, yesterday), event("b", "5", null, yesterday));

        send(event("c", "2.5", "a"));
        assertThat(total()).isEqualByComparingTo("7.5");
        assertThat(find("a").correctedBy()).isEqualTo(new UsageEventId("c"));
        assertThat(find("a").quantity()).isEqualByComparingTo("7");
        assertThat(find("a").countsAs()).isEqualByComparingTo("2.5");
        assertThat(find("c").corrects()).isEqualTo(new UsageEventId("a"));
        assertThat(find("c").countsAt()).isEqualTo(find("a").time());

        send(event("d", "0", "b"));
        assertThat(total()).isEqualByComparingTo("2.5");
        send(event("e", "4", "d"));
        assertThat(total()).as("what was cancelled by mistake").isEqualByComparingTo("6.5");
        assertThat(find("b").correctedBy()).isEqualTo(new UsageEventId("d"));
        assertThat(find("b").countsAs()).isEqualByComparingTo("4");
        assertThat(find("d").correctedBy()).isEqualTo(new UsageEventId("e"));
        assertThat(book.rows(customer, "select id, quantity from usage.event"))
                .hasSize(5)
                .contains(Map.of("id", "a", "quantity", new BigDecimal("7.000000")));
        assertThat(book.rows(customer, "select sum(events) as events from usage.daily"))
                .containsExactly(Map.of("events", BigDecimal.TWO));
    }

    @Test
    void a_correction_that_comes_again_is_a_repeat_and_a_second_one_is_refused() {
        send(event("a", "7", null));
        send(event("c", "2", "a"));

        assertThat(as(ingest.accept(List.of(event("c", "2", "a")))).duplicates())
                .containsExactly(new UsageEventId("c"));
        var second = refusal(customer, "a");
        assertThat(second.code()).isEqualTo("usage.already-corrected");
        assertThat(second.detail()).isEqualTo("The event a was corrected by c; correct that one instead.");
        assertThat(total()).isEqualByComparingTo("2");
    }

    @Test
    void what_cannot_be_right_is_refused_with_the_reason_and_kept_but_never_sent_through_as_another_event() {
        send(event("a", "7", null), event("b", "1", null));

        var receipt = as(ingest.accept(List.of(
                event("fine", "1", null),
                event("self", "1", "self"),
                new UsageEventInput("m", "sites", BigDecimal.ONE, clock.instant(), null, Map.of(), "a", List.of()),
                event("first", "3", "b"),
                event("second", "4", "b"))));
        assertThat(receipt.accepted()).containsExactly(new UsageEventId("fine"), new UsageEventId("first"));
        assertThat(receipt.rejected()).extracting(Receipt.Rejected::index).containsExactly(1, 2, 4);
        assertThat(receipt.rejected())
                .extracting(Receipt.Rejected::code)
                .containsExactly("usage.invalid-correction", "usage.other-meter", "usage.already-corrected");

        awaitEvents(4);
        assertThat(as(tray.list(null, 10)).items()).hasSize(3).noneMatch(RejectedEvent::isWhole);
        assertThat(as(tray.replay()).taken()).isZero();
        assertThat(total()).isEqualByComparingTo("11");
    }

    @Test
    void what_lies_too_far_back_is_not_corrected() {
        Instant old = clock.instant().minus(Duration.ofDays(50));
        as(ingest.accept(List.of(event("old", "1", null, old)), new Window(Duration.ofDays(60), Duration.ZERO)));
        awaitEvents(1);

        assertThat(refusal(customer, "old").code()).isEqualTo("usage.too-old");
    }

    /** Both were found to be right when they were sent, because neither was counted. */
    @Test
    void of_two_that_were_under_way_at_once_one_counts_and_the_other_says_why_not() {
        send(event("a", "7", null));
        var one = correction("one", "1", "a");
        var other = correction("other", "2", "a");

        counting.count(List.of(record(one))).block(PATIENCE);
        counting.count(List.of(record(other), record(one), record(other))).block(PATIENCE);

        assertThat(total()).isEqualByComparingTo("1");
        assertThat(as(tray.find(other.id())))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("usage.already-corrected"));
        assertThat(book.events(customer)).isEqualTo(2);
    }

    private StreamRecord record(UsageEvent event) {
        return new StreamRecord(
                customer.tenant(),
                customer.reseller(),
                UsageWire.write(List.of(event)).getFirst());
    }

    private UsageEvent correction(String id, String quantity, String corrects) {
        return new UsageEvent(
                new UsageEventId(id),
                BANDWIDTH,
                new Quantity(new BigDecimal(quantity)),
                clock.instant(),
                null,
                Map.of(),
                new UsageEventId(corrects));
    }

    private Receipt.Rejected refusal(Acting acting, String corrects) {
        return UsageBook.as(acting, ingest.accept(List.of(event("x", "1", corrects))))
                .rejected()
                .getFirst();
    }

    private BigDecimal total() {
        Instant now = clock.instant();
        var span = new Span(now.minus(Duration.ofDays(3)), now.plusSeconds(60));
        return as(usage.totals(Map.of(customer.tenant(), span)))
                .getOrDefault(customer.tenant(), Totals.NONE)
                .of(BANDWIDTH);
    }

    private CountedEvent find(String id) {
        return as(usage.event(new UsageEventId(id)));
    }

    /** And waits until they are counted. */
    private void send(UsageEventInput... events) {
        assertThat(as(ingest.accept(List.of(events))).rejected()).isEmpty();
        for (UsageEventInput event : events) {
            await().atMost(PATIENCE)
                    .until(() -> as(usage.event(new UsageEventId(String.valueOf(event.id())))
                            .hasElement()));
        }
    }

    private UsageEventInput event(String id, String quantity, @Nullable String corrects) {
        return event(id, quantity, corrects, clock.instant());
    }

    private static UsageEventInput event(String id, String quantity, @Nullable String corrects, Instant time) {
        return new UsageEventInput(
                id, BANDWIDTH.value(), new BigDecimal(quantity), time, null, Map.of(), corrects, List.of());
    }
}
