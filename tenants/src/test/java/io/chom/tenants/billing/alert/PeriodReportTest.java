package io.chom.tenants.billing.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.As;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

@TenantsTest
class PeriodReportTest extends AlertGround {

    @Test
    void what_a_period_came_to_is_told_once_after_its_invoice_was_written() {
        // Of a time that the program's own worker takes for long past.
        Instant written = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(20));
        invoice(written);
        var time = new MovableClock(written.plusSeconds(30));
        var first = reports(time);
        var second = reports(time);

        for (int look = 0; look < 3; look++) {
            Flux.just(first, second).flatMap(ReportRun::periods).blockLast(Duration.ofSeconds(30));
            time.move(Duration.ofDays(2));
        }

        assertThat(written("billed-period")).containsExactly("admin@customer.example", "owner@customer.example");
    }

    @Test
    void what_is_long_past_is_not_told() {
        Instant written = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(20));
        invoice(written);

        reports(new MovableClock(written.plus(Duration.ofDays(8)))).periods().block(Duration.ofSeconds(30));

        assertThat(written("billed-period")).isEmpty();
    }

    private void invoice(Instant written) {
        var amount = new Money(7_900, Currency.getInstance("USD"));
        As.one(transactions, customer, Invoiced.write(database, customer, customer.reseller(), amount, written));
    }
}
