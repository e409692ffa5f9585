package io.chom.tenants.billing;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantId;
import java.time.Clock;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * In which currency a tenant buys: what it pays already decides, so that it gets one bill in one currency. Callers hold a
 * transaction of the tenant.
 */
@Component
class OwnCurrency {

    private static final String BILLED =
            "select currency from billing.invoice where tenant_id = :tenant order by issued_at desc, id desc limit 1";

    private final Subscriptions subscriptions;
    private final Catalogues catalogues;
    private final DatabaseClient database;
    private final Clock clock;

    OwnCurrency(Subscriptions subscriptions, Catalogues catalogues, DatabaseClient database, Clock clock) {
        this.subscriptions = subscriptions;
        this.catalogues = catalogues;
        this.database = database;
        this.clock = clock;
    }

    /** That of its running subscription, else of its latest invoice; empty without either. */
    Mono<Optional<Currency>> of(TenantId tenant) {
        return running(tenant).switchIfEmpty(billed(tenant)).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    /**
     * That in which it shall buy now.
     *
     * @param wished by whoever buys, or null
     * @return what is wished, else the same as above; refused with {@code billing.other-currency} if one of another runs
     */
    Mono<Optional<Currency>> of(TenantId tenant, @Nullable Currency wished) {
        return wished == null
                ? of(tenant)
                : running(tenant)
                        .doOnNext(had -> {
                            if (!had.equals(wished)) {
                                throw other(had);
                            }
                        })
                        .thenReturn(Optional.of(wished));
    }

    /** What is ordered, at its price in a currency; in the main one where it is not sold in that and nobody wished it. */
    Plan plan(Order order, Optional<Currency> currency) {
        Plan main = catalogues
                .plan(order.catalogue(), order.plan())
                .orElseThrow(() -> SubscriptionService.unknownPlan(order.catalogue(), order.plan()));
        var found = currency.flatMap(one -> catalogues.plan(order.catalogue(), order.plan(), one));
        if (found.isEmpty() && order.currency() != null) {
            throw unknown(order.catalogue(), order.currency());
        }
        return found.orElse(main);
    }

    private Mono<Currency> running(TenantId tenant) {
        return subscriptions
                .running(tenant)
                .mapNotNull(one -> Bought.find(one, catalogues, clock.instant())
                        .map(Bought::currency)
                        .orElse(null));
    }

    private Mono<Currency> billed(TenantId tenant) {
        return database.sql(BILLED)
                .bind("tenant", tenant.value())
                .map(row -> Currency.getInstance(Objects.requireNonNull(row.get("currency", String.class))))
                .one();
    }

    /** The refusal of anything in another currency than what runs. */
    static Refused other(Currency had) {
        return new Refused(new Failure.Conflict(
                "billing.other-currency",
                "The running plan is paid in " + had
                        + ", and stays in it. End that one before you buy in another currency."));
    }

    private static Refused unknown(String catalogue, Currency wished) {
        return new Refused(Failure.Invalid.of(
                "billing.unknown-currency", "Nothing of " + catalogue + " is sold in " + wished + "."));
    }
}
