package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.UsageOverviews;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.tenancy.domains.HouseMails;
import io.chom.tenants.usage.UsageEventInput;
import io.chom.tenants.usage.UsageIngest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Gives each test a customer of its own with an owner, an administrator and a viewer; the program's own worker looks as well. */
abstract class AlertGround {

    static final MeterId BANDWIDTH = new MeterId("bandwidth_gb");

    @Autowired
    ApplicationContext context;

    @Autowired
    TenantService tenants;

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    UsageOverviews overviews;

    @Autowired
    AlertService alerts;

    @Autowired
    UsageIngest ingest;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Clock clock;

    Acting customer;

    @BeforeEach
    void prepare() {
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        List.of("owner", "admin", "viewer").forEach(this::join);
    }

    private void join(String role) {
        As.one(
                transactions,
                customer,
                database.sql("""
                                insert into identity.membership (tenant_id, reseller_id, realm, subject, email, display_name, role)
                                values (:tenant, :reseller, 'acme', :subject, :email, :role, :role)
                                """)
                        .bind("tenant", customer.tenant().value())
                        .bind("reseller", customer.reseller().value())
                        .bind("subject", role + customer.tenant())
                        .bind("email", role + "@customer.example")
                        .bind("role", role)
                        .then());
    }

    Subscription subscribe(String catalogue, String plan, ZoneId zone, Duration ago) {
        return as(
                customer,
                subscriptions.subscribe(
                        new SubscriptionService.Order(catalogue, plan, zone),
                        clock.instant().minus(ago)));
    }

    void send(MeterId meter, String quantity, Instant time) {
        var job = new Acting(customer.tenant(), customer.reseller(), Actor.job("test"));
        var event = UsageEventInput.of(meter + quantity + time, meter, new BigDecimal(quantity), time, null);
        if (!as(job, ingest.accept(List.of(event))).rejected().isEmpty()) {
            throw new IllegalArgumentException("Not taken: " + event);
        }
    }

    /** The program's own way to look, at another time and with other thresholds. */
    Alerting alerting(Clock clock, List<Integer> thresholds) {
        return new Alerting(
                subscriptions,
                overviews,
                bean(Catalogues.class),
                bean(AlertBook.class),
                bean(Budgets.class),
                bean(AlertWords.class),
                bean(HouseMails.class),
                transactions,
                bean(Broadcast.class),
                properties(thresholds),
                clock);
    }

    /** The program's own way to sum up, at another time. */
    ReportRun reports(Clock clock) {
        var reporting = new Reporting(
                bean(ReportBook.class),
                subscriptions,
                overviews,
                bean(InvoiceService.class),
                bean(AlertWords.class),
                bean(HouseMails.class),
                transactions,
                clock);
        return new ReportRun(
                bean(DueReports.class),
                bean(DueTasks.class),
                reporting,
                bean(Broadcast.class),
                properties(List.of(80)),
                clock);
    }

    private static AlertProperties properties(List<Integer> thresholds) {
        return new AlertProperties(
                thresholds,
                List.of(80, 100),
                Duration.ofSeconds(3),
                Duration.ofHours(1),
                100,
                LocalTime.of(8, 0),
                Duration.ofDays(7));
    }

    List<Alert> told() {
        return as(customer, alerts.latest(100));
    }

    /** The recipients of mails of a kind, in the order of the alphabet. */
    List<String> written(String kind) {
        return As.all(
                transactions,
                customer,
                database.sql(
                                "select recipient from platform.mail where tenant_id = :tenant and kind = :kind order by 1")
                        .bind("tenant", customer.tenant().value())
                        .bind("kind", kind)
                        .map(row -> Objects.requireNonNull(row.get("recipient", String.class)))
                        .all());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(30)));
    }

    static void does(Acting acting, Mono<Void> work) {
        work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(30));
    }
}
