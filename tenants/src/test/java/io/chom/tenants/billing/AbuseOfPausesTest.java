package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.mail.Mails;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Attempt;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.HouseMails;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** Pauses by which somebody would like to have what he does not pay. Pro since the first of March, paid by the month. */
@TenantsTest
class AbuseOfPausesTest extends TravelGround {

    @Autowired
    Mails mails;

    private Pausing pausing;

    AbuseOfPausesTest() {
        super(ZoneId.of("Europe/Berlin"));
    }

    @BeforeEach
    void prepare() {
        pausing = new Pausing(
                stored,
                new PauseBook(database),
                new PlanChangeBook(database),
                catalogues,
                holdings,
                new HouseMails(mails, any -> Flux.just(EmailAddress.of("owner@customer.example")), tenants),
                new PauseProperties(3),
                transactions,
                clock);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            longer than is offered               | 04-01 | 08-01
            for years                            | 04-01 | 12-31
            from today on, in the month that runs | 03-20 | 05-01
            from the month that is to be paid    | 03-01 | 04-01
            from the month after the next        | 05-01 | 06-01
            for half a month                     | 04-01 | 04-15
            for no day                           | 04-01 | 04-01
            backwards                            | 04-01 | 03-01
            """)
    void days_that_are_not_offered_are_not_had(String what, String from, String until) {
        subscribe(Term.MONTH);
        goTo(day(3, 20));
        assertThat(pause(day(from), day(until))).as(what).isEqualTo("billing.pause-outdated");
        assertThat(bought().subscription().pauses()).isEmpty();
    }

    @Test
    void a_pause_on_the_day_before_the_bill_leaves_the_month_to_be_paid() {
        subscribe(Term.MONTH);
        goTo(day(3, 31));
        assertThat(pause(day(4, 1), day(7, 1))).isEqualTo(Attempt.DONE);
        closeUntil(6, 2);
        assertThat(totals()).containsExactly(dollars(7_900));
        goTo(day(5, 2));
        assertThat(bought().plan().allowances())
                .as("while nothing is paid nothing is had")
                .isEmpty();
        assertThat(bought().plan().entitlements()).isEmpty();
    }

    @Test
    void a_second_pause_while_the_first_is_to_come_or_runs() {
        subscribe(Term.MONTH);
        pause(day(4, 1), day(5, 1));
        assertThat(pause(day(4, 1), day(7, 1))).isEqualTo("billing.paused");
        goTo(day(4, 10));
        assertThat(pause(day(5, 1), day(6, 1))).isEqualTo("billing.paused");
    }

    @Test
    void a_fourth_month_within_a_year_of_one_at_a_time() {
        subscribe(Term.MONTH);
        for (int month : List.of(4, 6, 8)) {
            goTo(day(month, 1).minusDays(1));
            assertThat(pause(day(month, 1), day(month + 1, 1))).isEqualTo(Attempt.DONE);
            goTo(day(month + 1, 2));
            close();
        }
        assertThat(pause(day(10, 1), day(11, 1))).isEqualTo("billing.pause-used-up");
        closeUntil(10, 2);
        assertThat(totals()).as("March, May, July and September").hasSize(4).containsOnly(dollars(7_900));
    }

    @Test
    void a_trial_is_not_made_longer_by_a_pause() {
        sellFrom(CatalogueOf.shipped(
                "hosting-2.yaml",
                text -> text.replace("    price: \"79.00\"\n", "    price: \"79.00\"\n    trial_days: 14\n")));
        prepare();
        subscribe(Term.MONTH);
        assertThat(bought().subscription().trialUntil()).isEqualTo(day(3, 15));
        assertThat(pause(day(3, 15), day(4, 15))).isEqualTo("billing.pause-trial");
    }

    @Test
    void a_year_that_is_paid_is_not_made_longer_by_a_pause() {
        subscribe(Term.YEAR);
        assertThat(pause(day(4, 1), day(5, 1))).isEqualTo("billing.pause-year");
    }

    @Test
    void what_is_about_to_end_is_not_kept_by_a_pause() {
        subscribe(Term.MONTH);
        asDone(changes.end(""));
        assertThat(pause(day(4, 1), day(5, 1))).isEqualTo("billing.ends");
    }

    @Test
    void a_cheaper_plan_that_is_to_come_is_not_hidden_behind_a_pause() {
        subscribe(Term.MONTH);
        asDone(changes.change(as(changes.quote("starter", Term.MONTH))));
        assertThat(pause(day(4, 1), day(5, 1))).isEqualTo("billing.pause-change");
    }

    @Test
    void a_dearer_plan_is_not_had_for_nothing_in_a_pause() {
        subscribe(Term.MONTH);
        pause(day(4, 1), day(6, 1));
        goTo(day(4, 10));
        for (var plan : List.of("enterprise", "starter")) {
            assertThat(Attempt.of(customer, () -> changes.quote(plan, Term.MONTH)))
                    .isEqualTo("billing.paused");
        }
    }

    @Test
    void resumed_again_and_again_it_is_paid_from_the_first_time_on() {
        subscribe(Term.MONTH);
        pause(day(4, 1), day(7, 1));
        for (int day = 5; day < 9; day++) {
            goTo(day(4, day));
            asDone(pausing.resume());
            asDone(pausing.resume());
        }
        closeUntil(6, 6);
        assertThat(written().stream().map(one -> one.period().from()).sorted())
                .containsExactly(day(3, 1), day(4, 5), day(5, 5));
        assertThat(totals()).containsOnly(dollars(7_900));
    }

    @Test
    void resumed_on_its_first_day_the_day_is_paid() {
        subscribe(Term.MONTH);
        pause(day(4, 1), day(7, 1));
        goTo(day(4, 1));
        asDone(pausing.resume());
        assertThat(bought().plan().allowances()).isNotEmpty();
        closeUntil(5, 2);
        assertThat(totals()).containsExactly(dollars(7_900), dollars(7_900));
    }

    @Test
    void paused_and_resumed_on_every_second_day_no_day_is_had_that_is_not_paid() {
        subscribe(Term.MONTH);
        var first = today();
        for (int round = 0; round < 6; round++) {
            var next = bought().period(clock.instant()).until();
            pause(next, month(next));
            goTo(next.plusDays(1));
            close();
            asDone(pausing.resume());
        }
        goTo(today().plusMonths(2));
        close();
        var billed = written().stream()
                .flatMap(one -> one.period().from().datesUntil(one.period().until()))
                .toList();
        var bought = bought().subscription();
        assertThat(billed).doesNotHaveDuplicates();
        first.datesUntil(bought().period(clock.instant()).from())
                .forEach(day -> assertThat(billed.contains(day)).isNotEqualTo(bought.isPaused(day)));
    }

    private static LocalDate month(LocalDate from) {
        return from.plusMonths(1);
    }

    @Test
    void of_eight_pauses_wanted_at_once_one_is_had() {
        subscribe(Term.MONTH);
        assertThat(Attempt.together(customer, 8, n -> pausing.pause(day(4, 1), day(5 + n % 3, 1))))
                .isEqualTo(1);
        assertThat(bought().subscription().pauses()).hasSize(1);
    }

    @Test
    void nobody_pauses_or_resumes_without_the_right_or_for_others() {
        subscribe(Term.MONTH);
        pause(day(4, 1), day(5, 1));
        for (var role : List.of("viewer", "member", "finance")) {
            var who = new Acting(
                    customer.tenant(), customer.reseller(), new Actor(Actor.Kind.PERSON, "test|p", Set.of(role)));
            assertThat(Attempt.of(who, pausing::resume)).isEqualTo("forbidden");
            assertThat(Attempt.of(who, () -> pausing.pause(day(4, 1), day(5, 1))))
                    .isEqualTo("forbidden");
        }
        assertThat(Attempt.of(NewCustomers.of(Acme.RESELLER, tenants), pausing::resume))
                .isEqualTo("not-found");
        assertThat(bought().subscription().pauses()).hasSize(1);
    }

    private void subscribe(Term term) {
        as(subscriptions.subscribe(new Order("hosting", "pro", term, zone)));
    }

    private String pause(LocalDate from, LocalDate until) {
        return Attempt.of(customer, () -> pausing.pause(from, until));
    }

    /** @param written such as 04-15 */
    private LocalDate day(String written) {
        return day(Integer.parseInt(written.substring(0, 2)), Integer.parseInt(written.substring(3)));
    }

    private List<Money> totals() {
        return written().stream().map(Invoice::total).toList();
    }
}
