package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.UsageEventInput;
import io.chom.tenants.usage.UsageIngest;
import io.chom.tenants.usage.UsageQueries;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@TenantsTest
class InvoicesTest extends TenantIsolationContract {

    @Autowired
    InvoiceService invoices;

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    CrossTenant crossTenant;

    @Autowired
    UsageIngest ingest;

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
    Clock clock;

    private Acting customer;

    @BeforeEach
    void prepare() {
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        PlatformTenant.of(tenants);
    }

    @Test
    void a_period_that_is_over_becomes_an_invoice_that_equals_its_draft_and_what_comes_late_a_line_of_the_next() {
        var bought = subscribe(customer, 10);
        var period = bought.period(clock.instant());
        send(event("bandwidth_gb", "512.5", clock.instant()), event("sites", "27", clock.instant()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(draft().total()).isEqualTo(dollars(8_738)));
        var draft = draft();
        run(period.end().plus(properties.grace()).minusSeconds(1));
        assertThat(written()).isEmpty();

        run(period.end().plus(properties.grace()));

        var first = written().getFirst();
        assertThat(written()).hasSize(1);
        assertThat(first.period()).isEqualTo(period);
        assertThat(first.total()).isEqualTo(draft.total());
        assertThat(first.status()).isEqualTo(Invoice.Status.OPEN);
        assertThat(first.number()).matches("ACME-\\d{6}");
        assertThat(first.issuer()).isEqualTo(Acme.ID);
        assertThat(lines(first)).isEqualTo(draft.lines());

        send(event("bandwidth_gb", "100", clock.instant()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(adjustments())
                        .singleElement()
                        .extracting(LineItem::amount, LineItem::days)
                        .containsExactly(dollars(300), period));
        run(period.end().plus(Duration.ofDays(32)));

        var second = written().getFirst();
        assertThat(lines(first)).isEqualTo(draft.lines());
        assertThat(lines(second))
                .extracting(LineItem::kind, LineItem::amount)
                .containsExactly(
                        tuple(LineItem.Kind.PLAN, dollars(7_900)), tuple(LineItem.Kind.ADJUSTMENT, dollars(300)));
        assertThat(lines(second).getLast().formula()).contains("comes to $3.38 instead of $0.38");
        run(period.end().plus(Duration.ofDays(65)));
        assertThat(lines(written().getFirst())).extracting(LineItem::kind).containsExactly(LineItem.Kind.PLAN);
    }

    @Test
    void law_numbers_have_no_gaps_and_each_period_is_billed_once_however_many_run_at_once() {
        var reseller = reseller();
        var customers = IntStream.range(0, 24)
                .mapToObj(n -> NewCustomers.of(reseller, tenants))
                .toList();
        customers.forEach(one -> subscribe(one, 100));

        Flux.range(0, 8)
                .flatMap(n -> runs(clock.instant(), new BillingProperties(Duration.ZERO, Duration.ofDays(1), 5, 14)), 8)
                .then()
                .block(Duration.ofSeconds(60));

        var numbers = customers.stream()
                .flatMap(one -> as(one, invoices.list(null, 200)).items().stream())
                .map(Invoice::number)
                .sorted()
                .toList();
        assertThat(customers)
                .allSatisfy(one -> assertThat(as(one, invoices.list(null, 200)).items().stream()
                                .map(Invoice::period))
                        .doesNotHaveDuplicates()
                        .hasSize(3));
        assertThat(numbers).hasSize(72).doesNotHaveDuplicates();
        assertThat(numbers.getFirst()).endsWith("-000001");
        assertThat(numbers.getLast()).endsWith("-000072");
    }

    /** A newer program that runs beside this one sells what this one cannot read, and bills it. */
    @Test
    void who_is_on_a_version_that_cannot_be_read_keeps_nobody_else_from_being_billed() {
        var changed = NewCustomers.of(Acme.RESELLER, tenants);
        var other = NewCustomers.of(Acme.RESELLER, tenants);
        List.of(customer, changed, other).forEach(one -> subscribe(one, 40));
        write(customer, "update billing.subscription set version = 9999 where tenant_id = :tenant");
        write(changed, """
                insert into billing.plan_change (id, tenant_id, reseller_id, subscription_id, version, plan, effective_on,
                    proration, term, made_at)
                select gen_random_uuid(), tenant_id, reseller_id, id, 9999, plan, current_date, 'none', term, now()
                  from billing.subscription where tenant_id = :tenant
                """);

        runs(clock.instant(), new BillingProperties(Duration.ZERO, Duration.ofDays(1), 1, 14))
                .block(Duration.ofSeconds(60));
        // Others read the customers of this reseller too.
        write(customer, "update billing.subscription set version = 1 where tenant_id = :tenant");
        write(changed, "update billing.plan_change set withdrawn_at = made_at where tenant_id = :tenant");

        assertThat(as(other, invoices.list(null, 10)).items()).hasSize(1);
        assertThat(List.of(customer, changed))
                .allSatisfy(one ->
                        assertThat(as(one, invoices.list(null, 10)).items()).isEmpty());
    }

    @Test
    void a_run_that_fails_leaves_no_gap() {
        var reseller = reseller();
        var first = taken(reseller);
        assertThatThrownBy(() -> crossTenant
                        .one(
                                Purpose.routine("test"),
                                all -> NumberSeries.INVOICE
                                        .take(all, Map.of(reseller.tenant(), 7))
                                        .then(Mono.error(new IllegalStateException("crashed"))))
                        .block(Duration.ofSeconds(20)))
                .hasMessageContaining("crashed");
        assertThat(taken(reseller)).isEqualTo(first + 1);
    }

    @Test
    void a_brand_owner_is_billed_by_the_platform_and_a_pause_bills_nothing() {
        var reseller = reseller();
        subscribe(customer, 40);
        write(customer, "update billing.subscription set status = 'paused' where tenant_id = :tenant");
        run(clock.instant().plus(Duration.ofDays(40)));

        var platform = Objects.requireNonNull(as(customer, tenants.platform()));
        assertThat(as(reseller, invoices.list(null, 200)).items()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.issuer()).isEqualTo(platform.id());
            assertThat(one.total()).isEqualTo(dollars(24_900));
        });
        assertThat(written()).isEmpty();
    }

    @Test
    void owners_and_administrators_see_their_own_and_nobody_else_any() {
        subscribe(customer, 40);
        run(clock.instant());
        var id = written().getFirst().id();
        var member = new Acting(
                customer.tenant(), customer.reseller(), new Actor(Actor.Kind.PERSON, "test|m", Set.of("member")));
        assertThatThrownBy(() -> as(member, invoices.list(null, 10))).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> as(member, invoices.find(id))).hasMessageContaining("forbidden");
        for (var other : List.of(Acme.BAKERY, Acme.RESELLER, Nimbus.RESELLER)) {
            assertThatThrownBy(() -> as(other, invoices.find(id))).hasMessageContaining("not-found");
            assertThat(as(other, invoices.list(null, 200)).items())
                    .noneMatch(one -> one.id().equals(id));
        }
    }

    @Test
    void a_list_goes_on_where_its_page_ended() {
        subscribe(customer, 100);
        run(clock.instant());
        var first = as(customer, invoices.list(null, 2));
        var second = as(customer, invoices.list(Objects.requireNonNull(first.next()), 2));
        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThat(written())
                .containsExactlyElementsOf(Stream.concat(first.items().stream(), second.items().stream())
                        .toList());
    }

    private int taken(Acting issuer) {
        return Objects.requireNonNull(crossTenant
                        .one(Purpose.routine("test"), all -> NumberSeries.INVOICE.take(all, Map.of(issuer.tenant(), 1)))
                        .block(Duration.ofSeconds(20)))
                .get(issuer.tenant())
                .last();
    }

    private void write(Acting acting, String statement) {
        var written = database.sql(statement)
                .bind("tenant", acting.tenant().value())
                .fetch()
                .rowsUpdated()
                .as(transactions::transactional);
        assertThat(as(acting, written)).isEqualTo(1);
    }

    private void run(Instant now) {
        runs(now, properties).block(Duration.ofSeconds(60));
    }

    private Mono<Void> runs(Instant now, BillingProperties properties) {
        var run = new InvoiceRun(crossTenant, usage, catalogues, tenants, broadcast, properties, new MovableClock(now));
        return run.all();
    }

    private Estimate draft() {
        return as(customer, invoices.preview()).estimate();
    }

    private List<LineItem> adjustments() {
        return draft().lines().stream()
                .filter(line -> line.kind() == LineItem.Kind.ADJUSTMENT)
                .toList();
    }

    private List<Invoice> written() {
        return as(customer, invoices.list(null, 200)).items();
    }

    private List<LineItem> lines(Invoice invoice) {
        return as(customer, invoices.find(invoice.id())).lines();
    }

    private Money dollars(long minor) {
        return new Money(minor, catalogues.currency());
    }

    private Acting reseller() {
        var job = new Acting(Acme.ID, Acme.ID, Actor.job("test"));
        var made = as(
                job,
                tenants.createReseller(new NewTenant(
                        new Slug("i" + Long.toString(System.nanoTime(), 36)), "Somebody", ZoneOffset.UTC)));
        var owner = new Acting(made.id(), made.id(), Acme.RESELLER.actor());
        as(owner, subscriptions.subscribe(new Order("hosting", "enterprise", ZoneOffset.UTC)));
        return owner;
    }

    private Subscription subscribe(Acting acting, int daysAgo) {
        return as(
                acting,
                subscriptions.subscribe(
                        new Order("hosting", "pro", ZoneId.of("Europe/Berlin")),
                        clock.instant().minus(Duration.ofDays(daysAgo))));
    }

    private void send(UsageEventInput... events) {
        var job = new Acting(customer.tenant(), customer.reseller(), Actor.job("test"));
        assertThat(as(job, ingest.accept(List.of(events))).rejected()).isEmpty();
    }

    private static UsageEventInput event(String meter, String quantity, Instant time) {
        return UsageEventInput.of(meter + quantity, new MeterId(meter), new BigDecimal(quantity), time, null);
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(30)));
    }

    @Override
    public String table() {
        return "billing.invoice_line";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> new InvoiceBook(database).write(List.of(entry(acting.tenant(), acting.reseller()))));
    }

    private InvoiceBook.Entry entry(TenantId tenant, TenantId reseller) {
        var period = Period.at(clock.instant(), 1, ZoneOffset.UTC);
        var line = LineItem.plan(Priced.plan("Pro", dollars(7_900)), period);
        int number = (int) (System.nanoTime() & Integer.MAX_VALUE);
        var invoice = new Invoice(
                InvoiceId.next(),
                tenant,
                reseller,
                Invoice.number("TEST", number),
                SubscriptionId.next(),
                new Invoice.SoldPlan("hosting", 1, "pro"),
                period,
                line.amount(),
                Invoice.Status.OPEN,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                period.until());
        return new InvoiceBook.Entry(new ItemisedInvoice(invoice, List.of(line)), reseller, "TEST", number, null);
    }
}
