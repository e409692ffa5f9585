package io.chom.tenants.billing.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

@TenantsTest
class AlertingTest extends AlertGround {

    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final String[] READERS = {"admin@customer.example", "owner@customer.example"};

    @Test
    void a_jump_past_all_thresholds_is_recorded_with_each_and_told_by_one_mail_within_a_minute() {
        Subscription bought = subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(1));
        send(BANDWIDTH, "70", clock.instant());
        counted(BANDWIDTH, "70");
        does(customer, bean(Alerting.class).look());
        assertThat(told()).isEmpty();

        send(BANDWIDTH, "35", clock.instant());

        await().atMost(MINUTE).untilAsserted(() -> assertThat(told()).hasSize(3));
        Flux.range(0, 20)
                .flatMap(n -> bean(Alerting.class).look().contextWrite(TenantContext.as(customer)), 20)
                .blockLast(MINUTE);
        LocalDate begins = bought.period(clock.instant()).from();
        assertThat(told())
                .extracting(Alert::threshold, Alert::startsOn)
                .containsExactlyInAnyOrder(tuple(80, begins), tuple(90, begins), tuple(100, begins));
        assertThat(told()).map(UsageAlert.class::cast).allSatisfy(one -> {
            assertThat(one.meter()).isEqualTo(BANDWIDTH);
            assertThat(one.used()).isEqualByComparingTo("105");
            assertThat(one.included()).isEqualByComparingTo("100");
        });
        assertThat(written("allowance")).containsExactly(READERS);
    }

    @Test
    void twenty_who_look_at_once_tell_once() {
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(1));
        send(BANDWIDTH, "31", clock.instant());
        counted(BANDWIDTH, "31");

        Flux.range(0, 20)
                .flatMap(n -> alerting(clock, List.of(10, 20, 30)).look().contextWrite(TenantContext.as(customer)), 20)
                .blockLast(MINUTE);

        assertThat(told()).extracting(Alert::threshold).containsExactlyInAnyOrder(10, 20, 30);
        assertThat(written("allowance")).containsExactly(READERS);
    }

    @Test
    void a_new_period_begins_anew() {
        Subscription bought = subscribe("hosting", "starter", ZoneId.of("Europe/Berlin"), Duration.ofDays(40));
        Period now = bought.period(clock.instant());
        Instant before = now.start().minus(Duration.ofHours(1));
        send(BANDWIDTH, "15", before);
        send(BANDWIDTH, "16", clock.instant());
        counted(BANDWIDTH, "16");

        var then = new MovableClock(before);
        for (int look = 0; look < 3; look++) {
            does(customer, alerting(then, List.of(10)).look());
            does(customer, alerting(clock, List.of(10)).look());
        }

        assertThat(told())
                .extracting(Alert::startsOn)
                .containsExactlyInAnyOrder(bought.period(before).from(), now.from());
    }

    @Test
    void what_is_included_by_the_day_is_told_once_a_day() {
        var jobs = new MeterId("bulk_jobs");
        var zone = ZoneId.of("Asia/Kolkata");
        Subscription bought = subscribe("freight", "pro", zone, Duration.ofDays(10));
        Instant midnight = bought.period(clock.instant()).dayOf(clock.instant()).from();
        Instant yesterday = midnight.minus(Duration.ofHours(2));
        send(jobs, "10", yesterday);
        send(jobs, "12", midnight);
        counted(jobs, "12");

        for (int look = 0; look < 2; look++) {
            does(customer, alerting(new MovableClock(yesterday), List.of(50)).look());
            does(customer, alerting(clock, List.of(50)).look());
        }

        LocalDate today = LocalDate.ofInstant(midnight, zone);
        assertThat(told()).extracting(Alert::startsOn).containsExactlyInAnyOrder(today.minusDays(1), today);
        assertThat(written("allowance")).hasSize(4);
    }

    @Test
    void a_mark_below_one_that_was_told_is_recorded_but_told_by_no_mail() {
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(1));
        send(BANDWIDTH, "31", clock.instant());
        counted(BANDWIDTH, "31");
        does(customer, alerting(clock, List.of(30)).look());

        does(customer, alerting(clock, List.of(20, 30)).look());

        assertThat(told()).extracting(Alert::threshold).containsExactlyInAnyOrder(20, 30);
        assertThat(written("allowance")).containsExactly(READERS);
    }

    private void counted(MeterId meter, String quantity) {
        await().atMost(MINUTE)
                .untilAsserted(() -> assertThat(
                                as(customer, overviews.current()).meters())
                        .filteredOn(one -> one.meter().id().equals(meter))
                        .singleElement()
                        .satisfies(one -> assertThat(one.used()).isEqualByComparingTo(new BigDecimal(quantity))));
    }
}
