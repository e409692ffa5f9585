package io.chom.tenants.billing.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.support.As;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

@TenantsTest
class ReportRunTest extends AlertGround {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** The clocks go back between these two Mondays. */
    private static final LocalDate BEFORE = LocalDate.of(2026, 10, 19);

    private static final LocalDate AFTER = LocalDate.of(2026, 10, 26);

    @Test
    void a_week_is_summed_up_once_by_two_who_look_all_the_time_while_the_clocks_change() {
        subscribe("hosting", "starter", BERLIN, since(Instant.parse("2026-09-20T10:00:00Z")));
        var time = new MovableClock(Instant.parse("2026-10-19T00:30:00Z"));
        var first = reports(time);
        var second = reports(time);

        while (time.instant().isBefore(Instant.parse("2026-11-01T23:00:00Z"))) {
            Flux.just(first, second).flatMap(ReportRun::weeks).blockLast(Duration.ofSeconds(30));
            time.move(Duration.ofHours(3));
        }

        assertThat(weeks())
                .filteredOn(one -> one.isBefore(LocalDate.of(2026, 11, 2)))
                .containsExactly(BEFORE, AFTER);
        assertThat(written("usage-week")).hasSize(2 * weeks().size());
    }

    @Test
    void it_is_eight_o_clock_of_the_customer_and_never_for_who_came_later() {
        subscribe("hosting", "starter", BERLIN, since(Instant.parse("2026-10-19T06:30:00Z")));
        var time = new MovableClock(Instant.parse("2026-10-19T20:00:00Z"));
        reports(time).weeks().block(Duration.ofSeconds(30));
        assertThat(weeks()).doesNotContain(BEFORE);

        time.move(Duration.between(time.instant(), Instant.parse("2026-10-26T06:59:59Z")));
        reports(time).weeks().block(Duration.ofSeconds(30));
        assertThat(weeks()).doesNotContain(AFTER);

        time.move(Duration.ofSeconds(1));
        reports(time).weeks().block(Duration.ofSeconds(30));
        assertThat(weeks()).contains(AFTER);
    }

    @Test
    void who_was_away_on_monday_morning_writes_later_in_the_week() {
        subscribe("hosting", "starter", BERLIN, since(Instant.parse("2026-09-20T10:00:00Z")));

        reports(new MovableClock(Instant.parse("2026-10-29T22:00:00Z"))).weeks().block(Duration.ofSeconds(30));

        assertThat(weeks()).contains(AFTER).doesNotContain(BEFORE);
    }

    private Duration since(Instant start) {
        return Duration.between(start, clock.instant());
    }

    private List<LocalDate> weeks() {
        return As.all(
                transactions,
                customer,
                database.sql("""
                                select starts_on from billing.usage_report
                                 where tenant_id = :tenant and kind = 'week' order by starts_on
                                """)
                        .bind("tenant", customer.tenant().value())
                        .map(row -> Objects.requireNonNull(row.get("starts_on", LocalDate.class)))
                        .all());
    }
}
