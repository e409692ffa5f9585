package io.chom.tenants.billing.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.tenancy.HouseMails;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A customer of Acme that owes, in a year that nothing else here reaches. */
abstract class DunningGround {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Currency USD = Currency.getInstance("USD");
    static final DunningProperties PROPERTIES = new DunningProperties(
            Duration.ofDays(1),
            50,
            Duration.ofMinutes(2),
            LocalTime.of(9, 0),
            List.of("reminder -3", "reminder 0", "reminder 3", "final-warning 7", "suspension 14", "retention-end 44"));

    @Autowired
    ApplicationContext context;

    @Autowired
    TenantService tenants;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    DatabaseClient database;

    @Autowired
    CrossTenant platform;

    final MovableClock clock = new MovableClock(Instant.parse("2031-03-01T12:00:00Z"));
    Acting customer;
    private DunningRun run;
    Invoice owed;

    /** What other tests left unpaid is nobody's business here. */
    @BeforeEach
    void prepare() {
        platform.one(
                        Purpose.routine("test"),
                        all -> all.sql("update billing.dunning set look_at = null")
                                .fetch()
                                .rowsUpdated())
                .block(PATIENCE);
        PlatformTenant.of(tenants);
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        sql("""
                insert into identity.membership (tenant_id, reseller_id, realm, subject, email, display_name, role)
                values ('%s', '%s', 'acme', 'subject', 'pays@customer.test', 'Somebody', 'owner')
                """.formatted(customer.tenant(), customer.reseller()));
        run = run();
        owed = owe();
    }

    DunningRun run() {
        return new DunningRun(
                new OverdueInvoices(platform, PROPERTIES),
                context.getBean(DunningBook.class),
                context.getBean(HouseMails.class),
                context.getBean(Stopping.class),
                transactions,
                context.getBean(Broadcast.class),
                PROPERTIES,
                clock);
    }

    void work() {
        run.all().block(PATIENCE);
    }

    /** So many days after the last day to pay, at noon. */
    void on(int day) {
        clock.set(owed.dueOn().plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC));
        work();
    }

    Invoice owe() {
        return as(
                customer,
                Invoiced.write(database, customer, customer.reseller(), new Money(2_900, USD), clock.instant())
                        .as(transactions::transactional));
    }

    void paid(Invoice invoice) {
        settle(invoice, "paid");
    }

    void settle(Invoice invoice, String state) {
        assertThat(sql("update billing.settlement set state = '%s' where invoice_id = '%s'"
                        .formatted(state, invoice.id())))
                .isEqualTo(1);
    }

    Tenant.Status status() {
        return as(Acme.RESELLER, tenants.find(customer.tenant())).status();
    }

    List<String> mails() {
        return as(
                customer,
                database.sql(
                                "select kind from platform.mail where recipient = 'pays@customer.test' and tenant_id = :tenant order by id")
                        .bind("tenant", customer.tenant().value())
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .as(transactions::transactional));
    }

    private long sql(String statement) {
        return as(customer, database.sql(statement).fetch().rowsUpdated().as(transactions::transactional));
    }

    static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(PATIENCE));
    }
}
