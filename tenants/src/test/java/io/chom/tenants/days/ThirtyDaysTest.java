package io.chom.tenants.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.days.Found.Written;
import io.chom.tenants.days.Timetable.Step;
import io.chom.tenants.days.Timetable.Trouble;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.tenancy.dns.SmallInternet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three programs look for what is due through thirty days, all at the same time, while clocks are put forward and back by law
 * and by accident, one is stopped for longer than it has something to itself, and one dies. What is to happen once happens once,
 * and on its day.
 */
@Tag("servers")
class ThirtyDaysTest {

    private static final Instant START = Instant.parse("2031-03-08T00:00:00Z");
    private static final int DAYS = 30;
    private static final int NODES = 3;

    /** What clocks may be wrong by. */
    private static final Duration WRONG = Duration.ofMinutes(10);

    private static final SmallInternet INTERNET = new SmallInternet();

    private static Fleet fleet;
    private static Domains domains;
    private static Found found;
    private static Expected expected;

    @BeforeAll
    static void live() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        fleet = new Fleet(NODES, START, random, INTERNET.settings());
        var town = new Town(fleet.nodes(), START);
        Node first = fleet.nodes().getFirst();
        domains = new Domains(INTERNET, first, town.acting(Buyer.HOUSE));
        var table = new Timetable(START, DAYS, random);
        for (Step step : table.steps(NODES)) {
            fleet.set(step);
            if (step.trouble() != Trouble.STILL) {
                town.live(step.at());
            }
            domains.live(step.at());
            fleet.look(step);
            domains.note(fleet.nodes(), step);
        }
        found = new Found(first.bean(CrossTenant.class));
        expected = new Expected(new Stretch(START, table.end()), town.uses(), town.payments());
        System.out.println(fleet.pauses() + " pauses and " + fleet.deaths() + " deaths in the middle of the work");
    }

    @AfterAll
    static void end() {
        fleet.close();
        INTERNET.close();
    }

    @Test
    void each_period_and_each_year_is_billed_once_and_on_its_day() {
        same(found.invoices(), expected.invoices());
    }

    @Test
    void law_the_numbers_of_an_issuer_have_no_gaps() {
        assertThat(found.numbers()).hasSize(2).allSatisfy(line -> {
            var numbers = line.substring(line.lastIndexOf(' ') + 1);
            int last = Integer.parseInt(numbers.substring(numbers.lastIndexOf(',') + 1));
            assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(1, last)
                            .mapToObj(String::valueOf)
                            .collect(Collectors.joining(",")));
        });
    }

    @Test
    void each_step_about_an_unpaid_invoice_is_taken_once_and_on_its_day() {
        same(found.steps(), expected.steps());
        same(found.stopped(), expected.stopped());
    }

    @Test
    void each_week_and_each_period_is_summed_up_once_and_on_its_day() {
        same(found.reports(), expected.reports());
    }

    @Test
    void what_is_used_up_is_told_once_and_on_its_day() {
        same(found.alerts(), expected.alerts());
        same(found.budgetAlerts(), expected.budgetAlerts());
    }

    @Test
    void each_allowance_that_is_used_up_becomes_one_task() {
        same(found.tasks(), expected.tasks());
    }

    @Test
    void each_renewal_is_announced_once_and_on_its_day() {
        same(found.reminders(), expected.reminders());
    }

    @Test
    void everybody_gets_each_mail_once_and_on_its_day_and_no_other() {
        same(found.mails(), expected.mails());
    }

    @Test
    void a_domain_is_looked_at_whenever_it_is_due() {
        assertThat(domains.seen())
                .allSatisfy(one -> assertThat(one.next()).isAfter(one.at().minus(WRONG)));
        assertThat(domains.states()).containsExactly("active", "failing", "verified", "active");
    }

    @Test
    void a_domain_is_looked_at_by_one_of_them() {
        assertThat(domains.calm())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.looks()).isLessThanOrEqualTo(1));
    }

    /** A domain is looked at every six hours, and all look for what is due at least every twelve or so. */
    @Test
    void that_a_domain_leads_elsewhere_is_told_once_and_its_end_once_before_and_once_when_it_comes() {
        var written = found.aboutDomains();
        assertThat(written)
                .extracting(Written::kind)
                .containsExactly("domain-failing", "domain-ending", "domain-switched-off");
        Instant failing = written.getFirst().at();
        var late = Duration.ofHours(13);
        assertThat(written.get(1).at())
                .isBetween(
                        failing.plus(Duration.ofHours(48)),
                        failing.plus(Duration.ofHours(48)).plus(late));
        assertThat(written.get(2).at())
                .isBetween(
                        failing.plus(Duration.ofHours(72)),
                        failing.plus(Duration.ofHours(72)).plus(late));
    }

    @Test
    void what_is_delivered_twice_is_counted_once() {
        same(found.counted(), expected.counted());
    }

    @Test
    void law_work_that_is_cut_off_keeps_no_connection() {
        fleet.nodes()
                .forEach(node -> await().untilAsserted(
                                () -> assertThat(node.connections()).isZero()));
    }

    /** Otherwise nothing is shown by all this. */
    @Test
    void there_was_trouble() {
        assertThat(fleet.pauses()).isGreaterThanOrEqualTo(DAYS / 3);
        assertThat(fleet.deaths()).isGreaterThanOrEqualTo(DAYS / 10);
    }

    private static void same(List<String> found, List<String> expected) {
        assertThat(expected).isNotEmpty();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }
}
