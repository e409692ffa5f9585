package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From events that were counted to how the period ends, by the code of every bill. */
@TenantsTest
class UsageForecastsTest extends CustomerGround {

    private static final MeterId BANDWIDTH = new MeterId("bandwidth_gb");

    @Autowired
    UsageForecasts forecasts;

    @Test
    void the_same_every_day_ends_the_period_with_as_much_each_day_and_is_billed_like_it() {
        assertThat(as(customer, forecasts.current().hasElement()))
                .as("without a plan")
                .isFalse();
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(1));
        assertThat(as(customer, forecasts.current().hasElement()))
                .as("without usage")
                .isFalse();

        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        today.minusDays(21)
                .datesUntil(today)
                .forEach(day -> send(BANDWIDTH, "24", day.atTime(5, 0).toInstant(ZoneOffset.UTC)));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var forecast = as(customer, forecasts.current());
            var bandwidth = forecast.of(BANDWIDTH).orElseThrow();
            assertThat(bandwidth.low()).isEqualByComparingTo(bandwidth.high());
            double days =
                    bandwidth.expected().subtract(bandwidth.soFar().used()).doubleValue() / 24;
            var left = Duration.between(
                    clock.instant(),
                    forecast.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
            assertThat(days).isCloseTo(left.toMinutes() / 1440.0, offset(0.02));
            // 29.00 for the plan, and 0.05 for each GB beyond 100.
            double beyond = Math.max(0, bandwidth.expected().doubleValue() - 100);
            assertThat(forecast.expected().major().doubleValue()).isCloseTo(29 + beyond * 0.05, offset(0.006));
        });
    }
}
