package io.chom.tenants.billing.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.CustomerGround;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.billing.details.TaxRules;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.support.As;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.HouseMails;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** The program's own worker looks as well, at the real time, which finds none of these due. */
@TenantsTest
class ReminderRunTest extends CustomerGround {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    DueReminders due;

    @Autowired
    TaxRules rules;

    @Autowired
    HouseMails mails;

    @Autowired
    ReminderProperties properties;

    private MovableClock time;

    @BeforeEach
    void begin() {
        PlatformTenant.of(tenants);
        time = new MovableClock(clock.instant());
    }

    @Test
    void a_year_is_announced_thirty_days_before_it_is_renewed_once_by_two_who_look_at_once() {
        LocalDate renewed = year();
        time.move(until(renewed, 31));
        remind();
        assertThat(written("year-renewing")).isEmpty();

        time.move(Duration.ofDays(1));
        remind();
        time.move(Duration.ofDays(1));
        remind();

        assertThat(written("year-renewing")).containsExactly("admin@customer.example", "owner@customer.example");
        assertThat(told("year-renewing")).contains("Pro").contains("$790.00");
    }

    @Test
    void whoever_ended_it_hears_nothing() {
        LocalDate renewed = year();
        change("update billing.subscription set ends_on = '" + renewed + "' where tenant_id = :tenant");
        time.move(until(renewed, 20));
        remind();
        assertThat(written("year-renewing")).isEmpty();
    }

    @Test
    void whoever_goes_over_to_months_hears_nothing() {
        LocalDate renewed = year();
        change("""
                insert into billing.plan_change (id, tenant_id, reseller_id, subscription_id, effective_on, version, plan,
                       proration, term, made_at)
                select uuidv7(), tenant_id, reseller_id, id, '%s', version, plan, 'none', 'month', now()
                  from billing.subscription where tenant_id = :tenant
                """.formatted(renewed));
        time.move(until(renewed, 20));
        remind();
        assertThat(written("year-renewing")).isEmpty();
    }

    @Test
    void the_end_of_a_pause_is_announced_a_week_before_with_what_it_costs_then() {
        subscribe("hosting", "pro", BERLIN, Duration.ofDays(40));
        LocalDate ends = today().plusDays(60);
        pause(today().minusDays(1), ends);
        time.move(until(ends, 8));
        remind();
        assertThat(written("pause-ending")).isEmpty();

        time.move(Duration.ofDays(1));
        remind();

        assertThat(written("pause-ending")).containsExactly("admin@customer.example", "owner@customer.example");
        assertThat(told("pause-ending")).contains("Pro").contains("$79.00");
    }

    @Test
    void of_a_pause_of_a_week_nobody_is_reminded() {
        subscribe("hosting", "pro", BERLIN, Duration.ofDays(40));
        pause(today().minusDays(1), today().plusDays(6));
        time.move(Duration.ofDays(1));
        remind();
        assertThat(written("pause-ending")).isEmpty();
    }

    /** Buys a year; the day on which the next one begins. */
    private LocalDate year() {
        as(customer, subscriptions.subscribe(new Order("hosting", "pro", Term.YEAR, BERLIN)));
        LocalDate renewed = today().plusYears(1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> renewed.equals(As.one(
                        transactions,
                        customer,
                        database.sql("select cast(advance_at at time zone time_zone as date) from billing.subscription")
                                .mapValue(LocalDate.class)
                                .one())));
        return renewed;
    }

    private void pause(LocalDate from, LocalDate until) {
        change("""
                insert into billing.pause (id, tenant_id, reseller_id, subscription_id, begins_on, ends_on, asked_by, asked_at)
                select uuidv7(), tenant_id, reseller_id, id, '%s', '%s', 'test', now()
                  from billing.subscription where tenant_id = :tenant
                """.formatted(from, until));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), BERLIN);
    }

    private Duration until(LocalDate day, int daysBefore) {
        return Duration.between(
                time.instant(),
                day.minusDays(daysBefore).atTime(12, 0).atZone(BERLIN).toInstant());
    }

    private void change(String sql) {
        As.one(
                transactions,
                customer,
                database.sql(sql).bind("tenant", customer.tenant().value()).then());
    }

    private String told(String kind) {
        return Objects.requireNonNull(As.one(
                transactions,
                customer,
                database.sql("select string_agg(cast(contents as text), ' ') from platform.mail where kind = :kind")
                        .bind("kind", kind)
                        .mapValue(String.class)
                        .one()));
    }

    private void remind() {
        var run = new ReminderRun(due, subscriptions, rules, mails, properties, transactions, time);
        Flux.range(0, 2).flatMap(n -> run.remind(), 2).then().block(Duration.ofSeconds(30));
    }
}
