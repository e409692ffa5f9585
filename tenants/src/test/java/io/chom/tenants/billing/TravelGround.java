package io.chom.tenants.billing;

import io.chom.tenants.billing.details.TaxRules;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.tenancy.Crew;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.UsageQueries;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A customer of each test's own on the first of March of a year that has not begun, and months that pass as it says. */
abstract class TravelGround {

    private static final Purpose OTHERS = Purpose.routine("subscriptions of other tests");

    final ZoneId zone;

    @Autowired
    CrossTenant crossTenant;

    @Autowired
    UsageQueries usage;

    @Autowired
    Catalogues catalogues;

    @Autowired
    TenantService tenants;

    @Autowired
    Broadcast broadcast;

    @Autowired
    BillingProperties properties;

    @Autowired
    InvoiceService invoices;

    @Autowired
    Holdings holdings;

    @Autowired
    Crew crew;

    @Autowired
    TaxRules rules;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Clock real;

    private Tenant platform;
    Acting customer;
    MovableClock clock;
    Subscriptions stored;
    SubscriptionService subscriptions;
    PlanChanges changes;
    UsageOverviews overviews;

    /** @param zone in whose days the customer is billed */
    TravelGround(ZoneId zone) {
        this.zone = zone;
    }

    /** What is sold here, which others can read too. */
    Catalogues sold() {
        return catalogues;
    }

    @BeforeEach
    final void begin() {
        catalogues = sold();
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        platform = PlatformTenant.of(tenants);
        clock = new MovableClock(noon(day(3, 1)));
        stored = new Subscriptions(database, clock);
        sellFrom(catalogues);
    }

    /** Has everything that this test does be by these catalogues. */
    final void sellFrom(Catalogues others) {
        catalogues = others;
        subscriptions = shop(catalogues);
        changes = new PlanChanges(
                stored, new PlanChangeBook(database), usage, catalogues, holdings, crew, rules, transactions, clock);
        overviews = new UsageOverviews(stored, usage, catalogues, rules, transactions, clock);
    }

    /** Sells from catalogues, at the time of this test. */
    final SubscriptionService shop(Catalogues from) {
        var own = new OwnCurrency(stored, from, database, clock);
        return new SubscriptionService(stored, from, holdings, own, crew, broadcast, transactions, clock);
    }

    /** Of a year that has not begun: no round in the background has anything to invoice in it. */
    final LocalDate day(int month, int day) {
        return LocalDate.of(
                LocalDate.ofInstant(real.instant(), zone).plusMonths(1).getYear() + 1, month, day);
    }

    final Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(zone).toInstant();
    }

    final LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    final void goTo(LocalDate day) {
        clock.move(Duration.between(clock.instant(), noon(day)));
    }

    /** Bills what is due of the customer today. */
    final void close() {
        alone(List.of(customer), round(clock.instant()));
    }

    /** Bills what is due of the customer at noon of a day that has not come yet. */
    final void closeUntil(int month, int day) {
        alone(List.of(customer), round(noon(day(month, day))));
    }

    /**
     * Has some work find no subscriptions but those of these customers: the database is that of all tests, and years pass here
     * that did not pass for them. Those of others are locked meanwhile, and passed over for it as if another worker had them.
     */
    final void alone(List<Acting> whose, Mono<Void> work) {
        var mine = whose.stream().map(one -> one.tenant().toString()).toArray(String[]::new);
        crossTenant
                .one(
                        OTHERS,
                        database -> database.sql("""
                                        select id from billing.subscription
                                         where tenant_id <> all (cast(:mine as uuid[])) for update
                                        """)
                                .bind("mine", mine)
                                .fetch()
                                .all()
                                .count()
                                .flatMap(others ->
                                        Mono.fromFuture(() -> work.toFuture()).thenReturn(others)))
                .contextWrite(TenantContext.as(new Acting(platform.id(), platform.id(), Actor.job("test"))))
                .block(Duration.ofSeconds(60));
    }

    /** Bills what is due of everybody at a moment. */
    final Mono<Void> round(Instant now) {
        return new InvoiceRun(crossTenant, usage, catalogues, tenants, broadcast, properties, new MovableClock(now))
                .all();
    }

    /** A discount as it stands in the database once somebody has given it. */
    final void give(String month, String year, @Nullable Integer periods) {
        LocalDate from = Reductions.from(bought(), clock.instant());
        var insert = database.sql("""
                        insert into billing.discount
                            (id, tenant_id, reseller_id, subscription_id, percent, periods, reason, asked_by, asked_at, state,
                             begins_on, month_percent, year_percent)
                        values (:id, :tenant, :reseller, :subscription, 25, nullif(:periods, 0), 'A test', 'test', :now, 'active',
                                :from, :month, :year)
                        """)
                .bind("id", Uuids.next())
                .bind("tenant", customer.tenant().value())
                .bind("reseller", customer.reseller().value())
                .bind("subscription", bought().subscription().id().value())
                .bind("periods", periods == null ? 0 : periods)
                .bind("now", clock.instant())
                .bind("from", from)
                .bind("month", new BigDecimal(month))
                .bind("year", new BigDecimal(year));
        As.one(transactions, customer, insert.then());
    }

    final Bought bought() {
        return as(subscriptions.bought());
    }

    final UsageOverview overview() {
        return as(overviews.of(bought(), clock.instant()));
    }

    /** What the customer adds to the recurring revenue of its reseller. */
    final Money recurring() {
        return Objects.requireNonNull(by(Acme.RESELLER, overviews.ofCustomers()).get(customer.tenant()))
                .mrr();
    }

    /** The newest first. */
    final List<Invoice> written() {
        return as(invoices.list(null, 200)).items();
    }

    final List<LineItem> lines(Invoice invoice) {
        return as(invoices.find(invoice.id())).lines();
    }

    final Money dollars(long minor) {
        return new Money(minor, catalogues.currency());
    }

    final void asDone(Mono<Void> work) {
        as(work.thenReturn(true));
    }

    final <T> T as(Mono<T> work) {
        return by(customer, work);
    }

    static <T> T by(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(30)));
    }
}
