package io.chom.tenants.days;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.alert.BudgetService;
import io.chom.tenants.billing.payment.ManualPayment;
import io.chom.tenants.billing.payment.ManualPayments;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.DeliveredUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A brand owner with its customers, and what they do. */
final class Town {

    static final MeterId METER = new MeterId("bandwidth_gb");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MARGIN = Duration.ofMinutes(30);

    private final List<Node> nodes;
    private final Map<Buyer, Acting> acting = new HashMap<>();
    private final List<Did> uses = new ArrayList<>();
    private final List<Did> payments = new ArrayList<>();

    /** Somebody did something at a moment of the world's clock. */
    record Did(Buyer who, LocalDate planned, Instant at) {}

    Town(List<Node> nodes, Instant now) {
        this.nodes = nodes;
        var tenants = first().bean(TenantService.class);
        PlatformTenant.of(tenants);
        var founding = new Acting(Acme.ID, Acme.ID, Actor.job("test"));
        Tenant house = as(founding, tenants.createReseller(tenant(Buyer.HOUSE)));
        Acting owner = new Acting(house.id(), house.id(), Acme.RESELLER.actor());
        arrive(Buyer.HOUSE, owner, now);
        for (Buyer one : Buyer.CUSTOMERS) {
            Tenant made = as(owner, tenants.createCustomer(tenant(one)));
            arrive(one, owner.as(made.id(), made.reseller()), now);
        }
    }

    private static NewTenant tenant(Buyer buyer) {
        return new NewTenant(new Slug(buyer.slug()), buyer.slug(), buyer.zone());
    }

    private void arrive(Buyer buyer, Acting who, Instant now) {
        acting.put(buyer, who);
        var sql = first().bean(DatabaseClient.class).sql("""
                        insert into identity.membership (tenant_id, reseller_id, realm, subject, email, display_name, role)
                        values (:tenant, :reseller, 'days', :slug, 'owner@' || :slug || '.example', 'Owner', 'owner')
                        """);
        as(
                who,
                sql.bind("tenant", who.tenant().value())
                        .bind("reseller", who.reseller().value())
                        .bind("slug", buyer.slug())
                        .fetch()
                        .rowsUpdated()
                        .as(first().bean(TransactionalOperator.class)::transactional));
        var subscriptions = first().bean(SubscriptionService.class);
        as(
                who,
                buyer.from() == null
                        ? subscriptions.subscribe(buyer.order())
                        : subscriptions.subscribe(buyer.order(), buyer.startedAt(now)));
        if (buyer.budget() > 0) {
            as(who, first().bean(BudgetService.class).set(BigDecimal.valueOf(buyer.budget())));
        }
    }

    /** What was used: in the order in which it was counted. */
    List<Did> uses() {
        return uses;
    }

    List<Did> payments() {
        return payments;
    }

    /** All that is to be done by then and was not yet. It waits until no clock is near the midnight of whoever does it. */
    void live(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (Buyer one : Buyer.CUSTOMERS) {
            if (isByDay(one, now)) {
                one.uses().keySet().stream()
                        .filter(day -> !day.isAfter(today) && !isDone(uses, one, day))
                        .sorted()
                        .toList()
                        .forEach(day -> use(one, day, now));
                LocalDate pays = one.pays();
                if (pays != null && !pays.isAfter(today) && !isDone(payments, one, pays)) {
                    pay(one, pays, now);
                }
            }
        }
    }

    private static boolean isByDay(Buyer buyer, Instant now) {
        LocalTime time = LocalTime.ofInstant(now, buyer.zone());
        return time.isAfter(LocalTime.MIN.plus(MARGIN)) && time.isBefore(LocalTime.MAX.minus(MARGIN));
    }

    private static boolean isDone(List<Did> done, Buyer who, LocalDate planned) {
        return done.stream()
                .anyMatch(one -> one.who().equals(who) && one.planned().equals(planned));
    }

    /** It is delivered to two of them at the same time, and all hear of it. */
    private void use(Buyer who, LocalDate day, Instant now) {
        var event = new DeliveredUsage(acting(who), METER, who.quantity(day), now.minus(MARGIN));
        Flux.fromIterable(nodes.subList(0, 2))
                .flatMap(node -> event.count(node.program()))
                .then()
                .block(PATIENCE);
        nodes.forEach(node -> node.hear(event.news()));
        uses.add(new Did(who, day, now));
    }

    private void pay(Buyer who, LocalDate day, Instant now) {
        var customer = acting(who).tenant();
        var oldest = first().bean(DatabaseClient.class)
                .sql("select id::text from billing.invoice where tenant_id = :tenant order by period_from limit 1")
                .bind("tenant", customer.value())
                .mapValue(String.class)
                .one()
                .as(first().bean(TransactionalOperator.class)::transactional);
        var payment = new ManualPayment(day, ManualPayment.Way.TRANSFER, "statement");
        first().bean(ManualPayments.class)
                .record(customer, InvoiceId.of(as(acting(who), oldest)), payment)
                .contextWrite(TenantContext.as(acting(Buyer.HOUSE)))
                .block(PATIENCE);
        payments.add(new Did(who, day, now));
    }

    Acting acting(Buyer who) {
        return Objects.requireNonNull(acting.get(who));
    }

    private Node first() {
        return nodes.getFirst();
    }

    private static <T> T as(Acting who, Mono<T> work) {
        return Objects.requireNonNull(work.contextWrite(TenantContext.as(who)).block(PATIENCE));
    }
}
