package io.chom.tenants.billing.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** Who is looked at by whom; in a time that the program's own worker does not live in. */
@TenantsTest
class AlertRunTest extends AlertGround {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    DueLooks due;

    @Test
    void of_many_who_hear_of_a_change_one_looks_and_after_another_change_one_again() {
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(1));
        Instant now = clock.instant().plus(Duration.ofDays(1));

        assertThat(taken(20, now)).isEqualTo(1);
        assertThat(taken(20, now.plusSeconds(1))).isZero();
        assertThat(taken(20, now.plusSeconds(3))).isEqualTo(1);
    }

    @Test
    void who_has_bought_nothing_is_never_looked_at() {
        assertThat(taken(1, clock.instant().plus(Duration.ofDays(1)))).isZero();
    }

    @Test
    void who_was_not_looked_at_for_long_is_found_and_so_is_one_where_it_failed() {
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(1));
        Instant now = clock.instant().plus(Duration.ofDays(2));
        taken(1, now);
        assertThat(forgotten(now.plusSeconds(60), now))
                .doesNotContain(customer.tenant().toString());

        due.again(customer.tenant(), now.minusSeconds(1)).block(PATIENCE);

        assertThat(forgotten(now.plusSeconds(61), now))
                .contains(customer.tenant().toString());
    }

    @Test
    void nobody_is_told_of_somebody_else() {
        Acting other = NewCustomers.of(Acme.RESELLER, tenants);
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(1));
        as(customer, bean(BudgetService.class).set(BigDecimal.ONE));

        assertThat(told()).isNotEmpty();
        assertThat(as(other, alerts.latest(100))).isEmpty();
        assertThat(as(other, bean(BudgetService.class).current().hasElement())).isFalse();
        assertThat(as(Acme.RESELLER, alerts.latest(100))).isEmpty();
    }

    private long taken(int processes, Instant now) {
        return Objects.requireNonNull(Flux.range(0, processes)
                .flatMap(n -> due.changed(List.of(customer.tenant()), now, now.minusSeconds(2)), processes)
                .count()
                .block(PATIENCE));
    }

    private List<String> forgotten(Instant now, Instant before) {
        return Objects.requireNonNull(due.forgotten(100_000, now, before)
                .map(one -> one.tenant().toString())
                .collectList()
                .block(PATIENCE));
    }
}
