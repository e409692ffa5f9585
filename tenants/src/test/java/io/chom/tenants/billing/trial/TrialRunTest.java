package io.chom.tenants.billing.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.CustomerGround;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailTexts;
import io.chom.tenants.platform.mail.MailValue;
import io.chom.tenants.support.As;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.HouseMails;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** The program's own worker looks as well, at the real time, which finds none of these due. */
@TenantsTest
class TrialRunTest extends CustomerGround {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    DueTrials due;

    @Autowired
    MailTexts texts;

    @Autowired
    HouseMails mails;

    @Autowired
    TrialProperties properties;

    private MovableClock time;

    @BeforeEach
    void begin() {
        time = new MovableClock(clock.instant());
    }

    @Test
    void the_end_is_announced_three_days_before_and_told_of_once_each_by_two_who_look_at_once() {
        tries(10, 6);
        tell();
        assertThat(written("trial-ending")).isEmpty();

        time.move(Duration.ofDays(3));
        tell();
        time.move(Duration.ofDays(1));
        tell();
        assertThat(written("trial-ending")).containsExactly("admin@customer.example", "owner@customer.example");
        assertThat(written("trial-ended")).isEmpty();

        time.move(Duration.ofDays(2));
        tell();
        time.move(Duration.ofDays(1));
        tell();
        assertThat(written("trial-ended")).containsExactly("admin@customer.example", "owner@customer.example");
        assertThat(written("trial-ending")).hasSize(2);
    }

    @Test
    void whoever_gave_it_up_hears_nothing() {
        tries(10, 6);
        change("update billing.subscription set ends_on = trial_until where tenant_id = :tenant");

        time.move(Duration.ofDays(4));
        tell();
        time.move(Duration.ofDays(3));
        tell();

        assertThat(written("trial-ending")).isEmpty();
        assertThat(written("trial-ended")).isEmpty();
    }

    @Test
    void a_trial_of_no_more_than_three_days_is_not_announced_and_one_that_is_long_over_not_told_of() {
        tries(-5, 8);
        time.move(Duration.ofDays(6));
        tell();
        assertThat(written("trial-ending")).isEmpty();

        time.move(Duration.ofDays(9));
        tell();
        assertThat(written("trial-ended")).isEmpty();
    }

    @Test
    void says_until_when_it_costs_nothing_and_what_it_costs_then() {
        var mail = TrialMails.of("Harbour House").getFirst();
        var figures = new MailFigures(Locale.ENGLISH);

        assertThat(mail.values())
                .extracting(TrialRunTest::said)
                .containsExactly(
                        "Pro",
                        figures.day(LocalDate.of(2027, 3, 14)),
                        "$79.00",
                        figures.day(LocalDate.of(2027, 3, 15)),
                        "Harbour House");
    }

    private static String said(MailValue value) {
        return value instanceof MailValue.Worded(var texts)
                ? Objects.requireNonNull(texts.get(Locale.ENGLISH))
                : ((MailValue.Text) value).text();
    }

    /** Has the customer try a plan since and for so many days, counted from today. */
    private void tries(int since, int until) {
        As.one(transactions, customer, subscriptions.subscribe(new Order("hosting", "pro", BERLIN), clock.instant()));
        var today = LocalDate.ofInstant(clock.instant(), BERLIN);
        As.one(
                transactions,
                customer,
                database.sql("""
                                update billing.subscription
                                   set trial_until = :until, started_at = cast(:start as date) at time zone 'Europe/Berlin'
                                 where tenant_id = :tenant
                                """)
                        .bind("until", today.plusDays(until))
                        .bind("start", today.minusDays(since))
                        .bind("tenant", customer.tenant().value())
                        .then());
    }

    private void tell() {
        var run = new TrialRun(due, subscriptions, mails, texts, properties, transactions, time);
        Flux.just(run, run).flatMap(TrialRun::tell).blockLast(Duration.ofSeconds(30));
    }

    private void change(String statement) {
        As.one(
                transactions,
                customer,
                database.sql(statement)
                        .bind("tenant", customer.tenant().value())
                        .then());
    }
}
