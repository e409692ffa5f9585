package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.usage.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Plans that are paid for by the month and by the year, as they are bought, changed and billed. */
@TenantsTest
class TermsTest extends TravelGround {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<String> PLANS = List.of("starter", "pro", "enterprise");

    TermsTest() {
        super(BERLIN);
    }

    /** What is counted here has no events, which those who compare both would tell. */
    @AfterEach
    void forget() {
        for (var table : List.of("usage.hourly", "usage.daily")) {
            as(database.sql("delete from " + table + " where tenant_id = :tenant")
                    .bind("tenant", customer.tenant().value())
                    .fetch()
                    .rowsUpdated()
                    .as(transactions::transactional));
        }
    }

    @Test
    void a_year_is_paid_when_it_begins_and_what_is_used_beyond_it_each_month() {
        subscribe("pro", Term.YEAR);
        close();

        var first = written().getFirst();
        assertThat(first.period()).isEqualTo(new Period(day(3, 1), day(3, 1).plusYears(1), BERLIN));
        assertThat(first.total()).isEqualTo(dollars(79_000));
        assertThat(first.status()).isEqualTo(Invoice.Status.OPEN);
        assertThat(lines(first))
                .extracting(LineItem::kind, LineItem::label, LineItem::formula)
                .containsExactly(tuple(Kind.YEAR, "Pro plan for a year", "$790.00 a year, in advance"));
        use(day(3, 10), "512.5");
        assertThat(overview().estimate().total()).isEqualTo(dollars(38));
        assertThat(recurring()).isEqualTo(dollars(6_583));

        goTo(day(5, 2));
        close();

        assertThat(written())
                .extracting(Invoice::total, Invoice::status)
                .containsExactly(
                        tuple(dollars(0), Invoice.Status.PAID),
                        tuple(dollars(38), Invoice.Status.OPEN),
                        tuple(dollars(79_000), Invoice.Status.OPEN));
        assertThat(lines(written().get(1))).extracting(LineItem::kind).containsExactly(Kind.PREPAID, Kind.OVERAGE);
        use(day(4, 20), "600");
        goTo(day(6, 2));
        close();
        assertThat(lines(written().getFirst()))
                .extracting(LineItem::kind, LineItem::amount)
                .containsExactly(tuple(Kind.PREPAID, dollars(0)), tuple(Kind.ADJUSTMENT, dollars(300)));

        goTo(day(3, 1).plusYears(1).minusDays(1));
        close();
        assertThat(inAdvance()).containsExactly(dollars(79_000));
        goTo(day(3, 1).plusYears(1));
        close();
        close();
        assertThat(inAdvance()).containsExactly(dollars(79_000), dollars(79_000));
    }

    @Test
    void a_year_in_the_place_of_a_month_is_paid_today_and_the_month_for_its_days() {
        subscribe("starter", Term.MONTH);
        use(day(3, 5), "110");
        goTo(day(3, 11));

        var quote = quote("pro", Term.YEAR);

        assertThat(quote.isNow()).isTrue();
        assertThat(quote.dueToday()).isEqualTo(dollars(79_000));
        assertThat(quote.invoicedOn()).isEqualTo(day(3, 11));
        assertThat(quote.after().estimate().lines())
                .extracting(LineItem::formula)
                .containsExactly("$29.00 a month × 10 of 31 days = $9.35", "10 GB over your 100 GB × $0.05 = $0.50");
        assertThat(quote.later().total()).isEqualTo(dollars(0));
        change(quote);
        assertThat(bought().renewsOn(clock.instant())).isEqualTo(day(3, 11).plusYears(1));
        goTo(day(3, 13));
        close();

        assertThat(written()).extracting(Invoice::total).containsExactlyInAnyOrder(dollars(79_000), dollars(985));
        assertThat(written().stream().map(this::lines).toList())
                .contains(quote.after().estimate().lines());
        goTo(day(4, 12));
        close();
        assertThat(written().getFirst().period()).isEqualTo(new Period(day(3, 11), day(4, 11), BERLIN));
        assertThat(written().getFirst().total()).isEqualTo(dollars(0));
    }

    @Test
    void a_dearer_year_pays_the_difference_for_the_rest_also_twice_on_one_day() {
        subscribe("starter", Term.YEAR);
        close();
        change(quote("pro", Term.YEAR));
        close();
        assertThat(inAdvance()).containsExactly(dollars(29_000), dollars(50_000));
        goTo(day(3, 1).plusDays(100));
        int days = new Period(day(3, 1), day(3, 1).plusYears(1), BERLIN).days();

        var quote = quote("enterprise", Term.YEAR);

        assertThat(quote.dueToday()).isEqualTo(dollars(170_000).part(days - 100, days));
        change(quote);
        close();
        assertThat(lines(newestInAdvance()).getFirst().formula())
                .isEqualTo("$1,700.00 a year × %d of %d days = %s"
                        .formatted(days - 100, days, Wording.of(quote.dueToday())));
        assertThat(inAdvance()).hasSize(3).last().isEqualTo(quote.dueToday());
    }

    @Test
    void a_cheaper_year_and_a_month_wait_for_the_end_of_the_year() {
        subscribe("pro", Term.YEAR);
        goTo(day(4, 20));
        for (var term : Term.values()) {
            var quote = quote("starter", term);
            assertThat(quote.isNow()).isFalse();
            assertThat(quote.change().from()).isEqualTo(day(3, 1).plusYears(1));
            assertThat(quote.dueToday()).isEqualTo(dollars(0));
            change(quote);
        }
        change(quote("pro", Term.MONTH));
        assertThatThrownBy(() -> quote("pro", Term.YEAR)).hasMessageContaining("billing.same-plan");
        goTo(day(5, 3).plusYears(1));
        close();

        assertThat(inAdvance()).containsExactly(dollars(79_000));
        assertThat(bought().term()).isEqualTo(Term.MONTH);
        assertThat(written().stream().limit(2)).extracting(Invoice::total).containsOnly(dollars(7_900));
    }

    @Test
    void is_ended_with_its_year_and_is_not_renewed() {
        subscribe("pro", Term.YEAR);
        close();
        asDone(changes.end("enough"));
        assertThat(bought().subscription().endsOn()).isEqualTo(day(3, 1).plusYears(1));
        asDone(changes.goOn());
        asDone(changes.end("enough"));
        goTo(day(6, 1).plusYears(1));
        close();

        assertThat(inAdvance()).containsExactly(dollars(79_000));
        assertThat(written()).hasSize(13);
        assertThatThrownBy(this::bought).hasMessageContaining("not-found");
    }

    @Test
    void law_a_year_is_billed_once_however_many_run_at_once() {
        var others = IntStream.range(0, 16)
                .mapToObj(n -> NewCustomers.of(Acme.RESELLER, tenants))
                .toList();
        others.forEach(one -> by(one, subscriptions.subscribe(new Order("hosting", "pro", Term.YEAR, BERLIN))));

        alone(others, Flux.range(0, 8).flatMap(n -> round(clock.instant()), 8).then());

        assertThat(others)
                .allSatisfy(one -> assertThat(by(one, invoices.list(null, 200)).items())
                        .singleElement()
                        .extracting(Invoice::total)
                        .isEqualTo(dollars(79_000)));
        assertThat(others.stream()
                        .map(one -> by(one, invoices.list(null, 200))
                                .items()
                                .getFirst()
                                .number()))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_not_sold_by_the_year_is_not_bought_so() {
        assertThatThrownBy(() -> as(subscriptions.subscribe(new Order("freight", "pro", Term.YEAR, BERLIN))))
                .hasMessageContaining("billing.not-by-the-year");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void law_each_day_is_paid_once_what_was_told_is_billed_and_each_unit_is_paid_for(long seed) {
        var random = new Random(seed);
        subscribe(PLANS.get(random.nextInt(3)), random.nextBoolean() ? Term.YEAR : Term.MONTH);
        close();
        var end = today().plusMonths(27);
        while (today().isBefore(end)) {
            choose(random);
            if (random.nextBoolean()) {
                use(today().minusDays(random.nextInt(20)), String.valueOf(50 + random.nextInt(900)));
            }
            goTo(today().plusDays(1 + random.nextInt(80)));
            close();
        }
        goTo(today().plusMonths(1));
        close();
        check();
    }

    private void choose(Random random) {
        var plan = PLANS.get(random.nextInt(3));
        var term = random.nextBoolean() ? Term.YEAR : Term.MONTH;
        var had = bought();
        if (had.subscription().endsOn() != null) {
            asDone(changes.goOn());
        } else if (random.nextInt(5) == 0) {
            asDone(changes.end(""));
            asDone(changes.goOn());
        } else if (!had.sold().slug().equals(plan) || had.term() != term) {
            var before = inAdvance();
            var quote = quote(plan, term);
            change(quote);
            close();
            var told = quote.dueToday().minor() == 0 ? List.<Money>of() : List.of(quote.dueToday());
            var now = inAdvance();
            assertThat(now.subList(before.size(), now.size())).isEqualTo(told);
        }
    }

    private void check() {
        Map<LocalDate, Integer> paid = new HashMap<>();
        Map<LocalDate, Long> billed = new HashMap<>();
        for (Invoice invoice : written()) {
            var lines = lines(invoice);
            assertThat(invoice.total())
                    .isEqualTo(Estimate.of(lines, catalogues.currency()).total());
            for (LineItem line : lines) {
                if (line.kind() == Kind.PLAN || line.kind() == Kind.YEAR) {
                    line.days().from().datesUntil(line.days().until()).forEach(day -> paid.merge(day, 1, Integer::sum));
                } else if (line.kind() == Kind.OVERAGE || line.kind() == Kind.ADJUSTMENT) {
                    billed.merge(line.days().from(), line.amount().minor(), Long::sum);
                }
            }
        }
        assertThat(paid.values()).containsOnly(1);
        var months = months();
        assertThat(day(3, 1).datesUntil(months.getFirst().period().until())).allMatch(paid::containsKey);
        for (Invoice month : months) {
            var due = as(usage.totals(Map.of(customer.tenant(), month.period().span()))
                            .as(transactions::transactional))
                    .getOrDefault(customer.tenant(), Totals.NONE);
            long cost =
                    InvoicedUsage.due(catalogues, month.plan(), month.total().currency(), due)
                            .orElseThrow()
                            .values()
                            .stream()
                            .mapToLong(Money::minor)
                            .sum();
            assertThat(billed.getOrDefault(month.period().from(), 0L)).isEqualTo(cost);
        }
    }

    /** Of what is billed when it is over, the newest first. */
    private List<Invoice> months() {
        return written().stream()
                .filter(one ->
                        lines(one).stream().anyMatch(line -> line.kind() == Kind.PLAN || line.kind() == Kind.PREPAID))
                .toList();
    }

    /** What was billed in advance, the oldest first. */
    private List<Money> inAdvance() {
        return ahead().stream().map(Invoice::total).toList().reversed();
    }

    private Invoice newestInAdvance() {
        return ahead().getFirst();
    }

    private List<Invoice> ahead() {
        return written().stream()
                .filter(one -> lines(one).stream()
                        .allMatch(line -> line.kind() == Kind.YEAR
                                || line.figures() instanceof LineItem.Share share && share.term() == Term.YEAR))
                .toList();
    }

    private void subscribe(String plan, Term term) {
        as(subscriptions.subscribe(new Order("hosting", plan, term, BERLIN)));
    }

    private Quote quote(String plan, Term term) {
        return as(changes.quote(plan, term));
    }

    private void change(Quote quote) {
        asDone(changes.change(quote));
    }

    private void use(LocalDate day, String quantity) {
        for (var table : List.of("usage.hourly", "usage.daily")) {
            as(database.sql("""
                            insert into %s as had (tenant_id, reseller_id, meter, bucket, total, peak, events)
                            values (:tenant, :reseller, 'bandwidth_gb', cast(:at as %s), :quantity, :quantity, 1)
                            on conflict (tenant_id, meter, bucket) do update
                               set total = had.total + excluded.total, events = had.events + 1
                            """.formatted(table, table.endsWith("daily") ? "date" : "timestamptz"))
                    .bind("tenant", customer.tenant().value())
                    .bind("reseller", customer.reseller().value())
                    .bind(
                            "at",
                            table.endsWith("daily") ? day.toString() : noon(day).toString())
                    .bind("quantity", new BigDecimal(quantity))
                    .fetch()
                    .rowsUpdated()
                    .as(transactions::transactional));
        }
    }
}
