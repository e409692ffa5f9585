package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Attempt;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.usage.Receipt;
import io.chom.tenants.usage.UsageEventId;
import io.chom.tenants.usage.UsageEventInput;
import io.chom.tenants.usage.UsageQueries;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody reports that he used, so that he owes less. Starter: $29.00, 100 GB, and $0.05 for each beyond. */
@TenantsTest
class AbuseOfUsageTest extends CustomerGround {

    private static final String BANDWIDTH = "bandwidth_gb";

    /** 150 GB: 50 beyond what is included. */
    private static final long HONEST = 2_900 + 250;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            less than nothing                    | a  | bandwidth_gb | -1           | PT0S      |       | usage.invalid-quantity
            a millionth less than nothing        | a  | bandwidth_gb | -0.000001    | PT0S      |       | usage.invalid-quantity
            finer than is counted                | a  | bandwidth_gb | 0.0000001    | PT0S      |       | usage.invalid-quantity
            a bit more than can be counted       | a  | bandwidth_gb | 1000000000000.000001 | PT0S |    | usage.invalid-quantity
            so much that it fills a disk written | a  | bandwidth_gb | 1e999999999  | PT0S      |       | usage.invalid-quantity
            so little that it does               | a  | bandwidth_gb | 1e-999999999 | PT0S      |       | usage.invalid-quantity
            no quantity                          | a  | bandwidth_gb |              | PT0S      |       | usage.missing-field
            a meter that nobody sells            | a  | bandwidth    | 1            | PT0S      |       | usage.unknown-meter
            a meter in capitals                  | a  | BANDWIDTH_GB | 1            | PT0S      |       | usage.unknown-meter
            no meter                             | a  |              | 1            | PT0S      |       | usage.missing-field
            no name, so that it repeats          |    | bandwidth_gb | 1            | PT0S      |       | usage.missing-field
            an empty name                        | '' | bandwidth_gb | 1            | PT0S      |       | usage.invalid-id
            of the next period                   | a  | bandwidth_gb | 1            | PT840H    |       | usage.in-future
            of ten minutes ahead                 | a  | bandwidth_gb | 1            | PT10M     |       | usage.in-future
            from before any open period          | a  | bandwidth_gb | 1            | PT-864H   |       | usage.too-old
            of a hundred years ago               | a  | bandwidth_gb | 1            | PT-876000H |      | usage.too-old
            that replaces itself                 | a  | bandwidth_gb | 0            | PT0S      | a     | usage.invalid-correction
            that replaces what never was         | a  | bandwidth_gb | 0            | PT0S      | never | usage.unknown-event
            """)
    void is_not_taken(
            String what,
            @Nullable String id,
            @Nullable String meter,
            @Nullable BigDecimal quantity,
            Duration ahead,
            @Nullable String corrects,
            String code) {
        var event = event(id, meter, quantity, clock.instant().plus(ahead), corrects);
        var receipt = as(key(customer), ingest.accept(List.of(event)));
        assertThat(receipt.accepted()).as(what).isEmpty();
        assertThat(receipt.rejected())
                .singleElement()
                .extracting(Receipt.Rejected::code)
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "admin", "viewer", "usage:read", "billing:read", "operator"})
    void nobody_reports_without_the_right_to(String right) {
        for (var kind : List.of(Actor.Kind.PERSON, Actor.Kind.KEY)) {
            var who = new Acting(customer.tenant(), customer.reseller(), new Actor(kind, "test|u", Set.of(right)));
            assertThat(Attempt.of(who, () -> ingest.accept(List.of(event("a", BANDWIDTH, BigDecimal.ONE)))))
                    .isEqualTo("forbidden");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_001})
    void a_batch_of_none_or_too_many_is_refused_whole(int count) {
        var events = IntStream.range(0, count)
                .mapToObj(n -> event("e" + n, BANDWIDTH, BigDecimal.ONE))
                .toList();
        assertThat(Attempt.of(key(customer), () -> ingest.accept(events)))
                .isEqualTo(count == 0 ? "usage.empty-batch" : "usage.batch-too-large");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "nothing under the same name",
                "less under the same name, in the same batch",
                "the same name a day earlier",
                "the same name on another meter",
                "the same eight times at once",
                "the name that a neighbour used"
            })
    void what_was_reported_once_is_owed_once(String what) {
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(5));
        var first = event("a", BANDWIDTH, new BigDecimal("150"));
        if (what.startsWith("less")) {
            take(first, event("a", BANDWIDTH, BigDecimal.ONE));
        } else {
            take(first);
            counted("a");
            again(what, first);
        }
        owes(HONEST);
    }

    private void again(String what, UsageEventInput first) {
        switch (what) {
            case "nothing under the same name" -> take(event("a", BANDWIDTH, BigDecimal.ZERO));
            case "the same name a day earlier" ->
                take(event("a", BANDWIDTH, BigDecimal.ONE, clock.instant().minus(Duration.ofDays(1)), null));
            case "the same name on another meter" -> take(event("a", "sites", new BigDecimal("50")));
            case "the same eight times at once" ->
                Attempt.together(key(customer), 8, n -> ingest.accept(List.of(first)));
            case "the name that a neighbour used" -> {
                var neighbour = key(NewCustomers.of(Acme.RESELLER, tenants));
                as(neighbour, ingest.accept(List.of(event("a", BANDWIDTH, new BigDecimal("5000")))));
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** Of 150 GB as they were counted. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            by a neighbour of the same brand     | usage.unknown-event
            by the brand’s owner                 | usage.unknown-event
            by another brand’s customer          | usage.unknown-event
            on another meter                     | usage.other-meter
            by less than nothing                 | usage.invalid-quantity
            """)
    void what_was_counted_is_not_taken_back(String what, String code) {
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(5));
        take(event("a", BANDWIDTH, new BigDecimal("150")));
        counted("a");
        var who = switch (what) {
            case "by a neighbour of the same brand" -> NewCustomers.of(Acme.RESELLER, tenants);
            case "by the brand’s owner" -> Acme.RESELLER;
            case "by another brand’s customer" -> Nimbus.STUDIO;
            default -> customer;
        };
        var meter = what.equals("on another meter") ? "sites" : BANDWIDTH;
        var quantity = new BigDecimal(what.equals("by less than nothing") ? "-150" : "0");
        var wrong = event("wrong-" + customer.tenant(), meter, quantity, clock.instant(), "a");
        assertThat(as(key(who), ingest.accept(List.of(wrong))).rejected())
                .singleElement()
                .extracting(Receipt.Rejected::code)
                .isEqualTo(code);
        owes(HONEST);
    }

    @Test
    void corrected_twice_it_is_what_the_first_correction_says() {
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(5));
        take(event("a", BANDWIDTH, new BigDecimal("170")));
        counted("a");
        var receipt = as(
                key(customer),
                ingest.accept(List.of(
                        event("b", BANDWIDTH, new BigDecimal("150"), clock.instant(), "a"),
                        event("c", BANDWIDTH, BigDecimal.ZERO, clock.instant(), "a"))));
        assertThat(receipt.rejected()).extracting(Receipt.Rejected::code).containsExactly("usage.already-corrected");
        counted("b");
        var late = event("d", BANDWIDTH, BigDecimal.ZERO, clock.instant(), "a");
        assertThat(as(key(customer), ingest.accept(List.of(late))).rejected())
                .extracting(Receipt.Rejected::code)
                .containsExactly("usage.already-corrected");
        owes(HONEST);
    }

    @Test
    void a_correction_of_a_correction_counts_in_the_place_of_both() {
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(5));
        take(event("a", BANDWIDTH, new BigDecimal("500")));
        counted("a");
        take(event("b", BANDWIDTH, BigDecimal.ZERO, clock.instant(), "a"));
        counted("b");
        take(event("c", BANDWIDTH, new BigDecimal("150"), clock.instant(), "b"));
        counted("c");
        owes(HONEST);
    }

    /** Each of them would come to less than half a cent, all of them to 55. */
    @Test
    void a_thousand_crumbs_cost_what_the_loaf_does() {
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(5));
        take(event("loaf", BANDWIDTH, new BigDecimal("100")));
        take(IntStream.range(0, 1_000)
                .mapToObj(n -> event("crumb" + n, BANDWIDTH, new BigDecimal("0.011")))
                .toArray(UsageEventInput[]::new));
        owes(2_900 + 55);
    }

    private static Acting key(Acting whose) {
        return new Acting(
                whose.tenant(), whose.reseller(), new Actor(Actor.Kind.KEY, "test key", Set.of("usage:write")));
    }

    private void take(UsageEventInput... events) {
        assertThat(as(key(customer), ingest.accept(List.of(events))).rejected()).isEmpty();
    }

    private void counted(String id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as(
                        customer,
                        bean(UsageQueries.class).event(new UsageEventId(id)).hasElement()));
    }

    /** Once everything is counted that was taken before. */
    private void owes(long cents) {
        take(event("last", "sites", BigDecimal.ONE));
        counted("last");
        var estimate = as(customer, bean(UsageOverviews.class).current()).estimate();
        assertThat(estimate.total()).isEqualTo(new Money(cents, Several.USD));
    }

    private UsageEventInput event(String id, String meter, BigDecimal quantity) {
        return event(id, meter, quantity, clock.instant(), null);
    }

    private static UsageEventInput event(
            @Nullable String id,
            @Nullable String meter,
            @Nullable BigDecimal quantity,
            Instant time,
            @Nullable String corrects) {
        return new UsageEventInput(id, meter, quantity, time, null, Map.of(), corrects, List.of());
    }
}
