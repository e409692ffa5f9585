package io.chom.tenants.billing;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.UsageEventInput;
import io.chom.tenants.usage.UsageIngest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Gives each test a customer of its own with an owner, an administrator and a viewer; the program's own workers work as well. */
public abstract class CustomerGround {

    @Autowired
    protected ApplicationContext context;

    @Autowired
    protected TenantService tenants;

    @Autowired
    protected SubscriptionService subscriptions;

    @Autowired
    protected UsageIngest ingest;

    @Autowired
    protected DatabaseClient database;

    @Autowired
    protected TransactionalOperator transactions;

    @Autowired
    protected Clock clock;

    protected Acting customer;

    @BeforeEach
    final void prepare() {
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

    protected final Subscription subscribe(String catalogue, String plan, ZoneId zone, Duration ago) {
        return as(
                customer,
                subscriptions.subscribe(
                        new SubscriptionService.Order(catalogue, plan, zone),
                        clock.instant().minus(ago)));
    }

    protected final void send(MeterId meter, String quantity, Instant time) {
        var job = new Acting(customer.tenant(), customer.reseller(), Actor.job("test"));
        var event = UsageEventInput.of(meter + quantity + time, meter, new BigDecimal(quantity), time, null);
        if (!as(job, ingest.accept(List.of(event))).rejected().isEmpty()) {
            throw new IllegalArgumentException("Not taken: " + event);
        }
    }

    /** The recipients of mails of a kind, in the order of the alphabet. */
    protected final List<String> written(String kind) {
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

    protected final <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    protected static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(30)));
    }

    protected static void does(Acting acting, Mono<Void> work) {
        work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(30));
    }
}
