package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.usage.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is sold in several currencies, as it is bought, changed and billed. */
@TenantsTest
class CurrenciesTest extends TravelGround {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final List<String> PLANS = List.of("starter", "pro", "enterprise");

    @Autowired
    IssuerReads reads;

    private final List<Acting> buyers = new ArrayList<>();

    CurrenciesTest() {
        super(TOKYO);
    }

    @BeforeEach
    void sell() {
        sellFrom(Several.SOLD);
        buyers.add(customer);
    }

    /** No other test can read the catalogue of this one, nor are there events of what is counted here. */
    @AfterEach
    void forget() {
        for (Acting one : buyers) {
            run(one, "update billing.subscription set status = 'cancelled' where tenant_id = :tenant");
            run(one, "delete from usage.hourly where tenant_id = :tenant");
            run(one, "delete from usage.daily where tenant_id = :tenant");
        }
    }

    @ParameterizedTest
    @CsvSource({"USD, 1", "EUR, 2", "JPY, 3", "KWD, 4", "JPY, 5", "KWD, 6"})
    void law_what_was_told_is_billed_to_the_last_digit_of_its_currency(Currency currency, long seed) {
        var random = new Random(seed);
        buy(customer, PLANS.get(random.nextInt(3)), random.nextBoolean() ? Term.YEAR : Term.MONTH, currency);
        close();
        var end = today().plusMonths(16);
        while (today().isBefore(end)) {
            choose(random);
            use(today().minusDays(random.nextInt(10)), 50 + random.nextInt(700) + "." + random.nextInt(1000));
            goTo(today().plusDays(1 + random.nextInt(60)));
            close();
        }
        checkPreview();
        checkBills(currency);
    }

    /** Of the month that runs now, on its last day, with what was used late in earlier ones. */
    private void checkPreview() {
        close();
        goTo(bought().period(clock.instant()).until().minusDays(1));
        use(today(), "333.333");
        var period = bought().period(clock.instant());
        var told = as(previews().preview()).estimate();
        goTo(period.until().plusDays(4));
        close();
        var billed = written().stream()
                .filter(one -> one.period().equals(period))
                .filter(one -> lines(one).stream().noneMatch(line -> line.kind() == Kind.YEAR))
                .findFirst()
                .orElseThrow();

        assertThat(billed.total()).isEqualTo(told.total());
        assertThat(lines(billed)).isEqualTo(told.lines());
    }

    private InvoiceService previews() {
        return new InvoiceService(
                new Invoices(database), stored, overviews, usage, catalogues, reads, database, transactions, broadcast);
    }

    private void choose(Random random) {
        var plan = PLANS.get(random.nextInt(3));
        var term = random.nextBoolean() ? Term.YEAR : Term.MONTH;
        var had = bought();
        if (!had.sold().slug().equals(plan) || had.term() != term) {
            int before = written().size();
            var quote = as(changes.quote(plan, term));
            asDone(changes.change(quote));
            close();
            var now = written().subList(0, written().size() - before);
            if (quote.dueToday().minor() > 0) {
                assertThat(now).extracting(Invoice::total).contains(quote.dueToday());
            }
        }
    }

    private void checkBills(Currency currency) {
        Map<LocalDate, Money> used = new HashMap<>();
        assertThat(written()).hasSizeGreaterThan(6).allSatisfy(invoice -> {
            var lines = lines(invoice);
            assertThat(invoice.total().currency()).isEqualTo(currency);
            assertThat(lines).allMatch(line -> line.amount().currency().equals(currency));
            assertThat(lines.stream().map(LineItem::amount).reduce(Money.zero(currency), Money::plus))
                    .isEqualTo(invoice.total());
            lines.stream()
                    .filter(line -> line.kind() == Kind.OVERAGE || line.kind() == Kind.ADJUSTMENT)
                    .forEach(line -> used.merge(line.days().from(), line.amount(), Money::plus));
        });
        var months = written().stream()
                .filter(one ->
                        lines(one).stream().anyMatch(line -> line.kind() == Kind.PLAN || line.kind() == Kind.PREPAID))
                .toList();
        assertThat(used.values()).anyMatch(one -> one.minor() > 0);
        // What came late to older ones is not put right any more.
        assertThat(months.stream().limit(2))
                .allSatisfy(month -> assertThat(used.getOrDefault(month.period().from(), Money.zero(currency)))
                        .isEqualTo(cost(month)));
    }

    private Money cost(Invoice month) {
        var totals = as(usage.totals(Map.of(customer.tenant(), month.period().span()))
                        .as(transactions::transactional))
                .getOrDefault(customer.tenant(), Totals.NONE);
        var currency = month.total().currency();
        return InvoicedUsage.due(catalogues, month.plan(), currency, totals).orElseThrow().values().stream()
                .reduce(Money.zero(currency), Money::plus);
    }

    @Test
    void what_was_bought_before_there_were_several_is_billed_as_it_was() {
        var twin = NewCustomers.of(Acme.RESELLER, tenants);
        buyers.add(twin);
        for (Acting one : buyers) {
            by(one, subscriptions.subscribe(new Order("hosting", "pro", Term.YEAR, TOKYO)));
        }
        run(customer, "update billing.subscription set currency = null where tenant_id = :tenant");
        assertThat(bought().subscription().currency()).isNull();
        assertThat(by(twin, subscriptions.bought()).subscription().currency()).isEqualTo(Several.USD);

        goTo(day(5, 5));
        alone(buyers, round(clock.instant()));

        assertThat(written())
                .extracting(one -> one.total().toString())
                .containsExactly("0.00 USD", "0.00 USD", "790.00 USD");
        assertThat(as(invoices.latest(9)).stream().map(ItemisedInvoice::lines))
                .isEqualTo(by(twin, invoices.latest(9)).stream()
                        .map(ItemisedInvoice::lines)
                        .toList());
    }

    /** The main currency of a later version is another one: what was bought in the earlier one's stays in that. */
    @Test
    void what_was_bought_before_there_were_several_changes_its_plan_within_its_currency() {
        buy(customer, "pro", Term.MONTH, Several.USD);
        run(customer, "update billing.subscription set currency = null where tenant_id = :tenant");
        use(day(3, 10), "512.5");
        sellFrom(Several.LATER);
        goTo(day(3, 20));

        var quote = as(changes.quote("enterprise", Term.MONTH));
        assertThat(quote.to().version()).isEqualTo(2);
        assertThat(quote.to().price()).hasToString("249.00 USD");
        asDone(changes.change(quote));
        goTo(day(4, 5));
        close();

        // 79 + (249 - 79) × 12 of 31 days + 17 packages of 7 GB beyond 400 GB at 0.33.
        assertThat(written()).singleElement().extracting(Invoice::total).hasToString("150.42 USD");
    }

    @Test
    void a_version_that_is_sold_no_more_keeps_its_currency_and_what_is_not_sold_in_it_is_refused() {
        buy(customer, "pro", Term.MONTH, Several.JPY);
        sellFrom(Several.LATER);
        use(day(3, 10), "300.5");

        assertThatThrownBy(() -> as(changes.quote("enterprise", Term.MONTH)))
                .hasMessageContaining("billing.other-currency");
        assertThat(WhatIf.over(bought().plan(), Term.MONTH, BigDecimal.ZERO, Map.of(), catalogues))
                .singleElement()
                .matches(WhatIf::isHad);
        goTo(day(4, 5));
        close();

        // 50 GB of the first tier: 50 × 4.37 + 151 = 369.5.
        assertThat(written()).singleElement().satisfies(one -> {
            assertThat(one.plan()).isEqualTo(new Invoice.SoldPlan("several", 1, "pro"));
            assertThat(one.total()).hasToString("12171 JPY");
        });
    }

    @Test
    void customers_of_one_reseller_who_pay_in_two_currencies_are_numbered_in_one_series_without_a_gap() {
        var reseller = reseller();
        var all = new ArrayList<Acting>();
        for (var currency : List.of(Several.EUR, Several.KWD, Several.EUR, Several.KWD, Several.JPY)) {
            var one = NewCustomers.of(reseller, tenants);
            buyers.add(one);
            all.add(one);
            buy(one, "pro", Term.YEAR, currency);
        }

        alone(all, round(clock.instant()));

        var written = all.stream()
                .flatMap(one -> by(one, invoices.list(null, 10)).items().stream())
                .toList();
        assertThat(written)
                .extracting(one -> one.total().toString())
                .containsExactly("730.10 EUR", "242.560 KWD", "730.10 EUR", "242.560 KWD", "118010 JPY");
        assertThat(written.stream()
                        .map(one -> one.number().replaceAll(".*-0*", ""))
                        .sorted())
                .containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void nobody_pays_in_two_currencies_at_once_and_the_next_is_bought_in_the_one_of_before() {
        assertThat(as(subscriptions.currency())).isEmpty();
        assertThatThrownBy(() -> buy(customer, "pro", Term.MONTH, Currency.getInstance("CHF")))
                .hasMessageContaining("billing.unknown-currency");
        buy(customer, "pro", Term.YEAR, Several.EUR);
        close();
        assertThat(as(subscriptions.currency())).contains(Several.EUR);
        assertThatThrownBy(() -> buy(customer, "pro", Term.MONTH, Several.USD))
                .hasMessageContaining("billing.other-currency");
        assertThatThrownBy(() -> buy(customer, "pro", Term.MONTH, Several.EUR))
                .hasMessageContaining("billing.already-subscribed");

        assertThat(as(purchases().buy("several", "help")).product().price()).hasToString("8.50 EUR");
        assertThat(as(purchases().buy("white-label", "managed"))
                        .product()
                        .price()
                        .currency())
                .as("not sold in euros")
                .isEqualTo(Several.USD);
        assertThat(by(customer, purchases().held().collectList()))
                .extracting(one -> one.product().price().currency())
                .containsExactlyInAnyOrder(Several.EUR, Several.USD);

        asDone(changes.end(""));
        goTo(day(3, 2).plusYears(1));
        assertThat(as(subscriptions.currency())).contains(Several.EUR);
        buy(customer, "starter", Term.MONTH, null);
        assertThat(bought().plan().price()).hasToString("26.99 EUR");
    }

    private Purchases purchases() {
        var own = new OwnCurrency(stored, catalogues, database, clock);
        return new Purchases(database, catalogues, holdings, own, transactions, clock);
    }

    private Acting reseller() {
        var name = "several-" + UUID.randomUUID();
        var acting = by(
                new Acting(Acme.ID, Acme.ID, Actor.job("test")),
                tenants.createReseller(new NewTenant(new Slug(name.substring(0, 30)), name, ZoneId.of("UTC")))
                        .map(tenant -> Acme.RESELLER.as(tenant.id(), tenant.id())));
        by(acting, subscriptions.subscribe(new Order("hosting", "enterprise", ZoneId.of("UTC"))));
        return acting;
    }

    private void buy(Acting buyer, String plan, Term term, @Nullable Currency currency) {
        by(buyer, subscriptions.subscribe(new Order("several", plan, term, TOKYO, 0, currency)));
    }

    private void run(Acting acting, String sql) {
        by(
                acting,
                database.sql(sql)
                        .bind("tenant", acting.tenant().value())
                        .fetch()
                        .rowsUpdated()
                        .as(transactions::transactional));
    }

    private void use(LocalDate day, String quantity) {
        Stream.of("usage.hourly", "usage.daily")
                .forEach(table -> by(
                        customer,
                        database.sql("""
                                insert into %s as had (tenant_id, reseller_id, meter, bucket, total, peak, events)
                                values (:tenant, :reseller, 'bandwidth_gb', cast(:at as %s), :quantity, :quantity, 1)
                                on conflict (tenant_id, meter, bucket) do update
                                   set total = had.total + excluded.total, events = had.events + 1
                                """.formatted(table, table.endsWith("daily") ? "date" : "timestamptz"))
                                .bind("tenant", customer.tenant().value())
                                .bind("reseller", customer.reseller().value())
                                .bind(
                                        "at",
                                        table.endsWith("daily")
                                                ? day.toString()
                                                : noon(day).toString())
                                .bind("quantity", new BigDecimal(quantity))
                                .fetch()
                                .rowsUpdated()
                                .as(transactions::transactional)));
    }
}
