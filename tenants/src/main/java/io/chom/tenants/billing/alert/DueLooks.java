package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds across all customers whose usage is to be looked at, each for one of those who ask at the same time. */
@Repository
class DueLooks {

    static final Actor JOB = Actor.job("usage alerts");

    private static final Purpose ALERTS = Purpose.routine("usage alerts");

    /** Locked in one order, so that nobody waits for somebody who waits. */
    private static final String TAKE = """
            insert into billing.usage_watch (tenant_id, reseller_id, looked_at)
            select s.tenant_id, s.reseller_id, :now from billing.subscription s %s
            on conflict (tenant_id) do update set looked_at = excluded.looked_at, reseller_id = excluded.reseller_id
             where usage_watch.looked_at < :before
            returning tenant_id, reseller_id
            """;

    private static final String CHANGED = TAKE.formatted("""
             where s.status <> 'cancelled' and s.tenant_id = any(:tenants) order by s.tenant_id
            """);

    private static final String FORGOTTEN = TAKE.formatted("""
              join (select r.tenant_id from billing.subscription r
                      left join billing.usage_watch w on w.tenant_id = r.tenant_id
                     where r.status <> 'cancelled' and (w.looked_at is null or w.looked_at < :before)
                     order by w.looked_at nulls first limit :most) as due on due.tenant_id = s.tenant_id
             where s.status <> 'cancelled' order by s.tenant_id
            """);

    private final CrossTenant crossTenant;

    DueLooks(CrossTenant crossTenant) {
        this.crossTenant = crossTenant;
    }

    /** Those of these with a running subscription whom nobody has looked at since then. */
    Flux<Acting> changed(Collection<TenantId> tenants, Instant now, Instant before) {
        return crossTenant.many(
                ALERTS,
                database -> database.sql(CHANGED)
                        .bind("tenants", tenants.stream().map(TenantId::value).toArray(UUID[]::new))
                        .bind("now", now)
                        .bind("before", before)
                        .map(DueLooks::acting)
                        .all());
    }

    /** Some of all with a running subscription whom nobody has looked at since then. */
    Flux<Acting> forgotten(int most, Instant now, Instant before) {
        return crossTenant.many(
                ALERTS,
                database -> database.sql(FORGOTTEN)
                        .bind("most", most)
                        .bind("now", now)
                        .bind("before", before)
                        .map(DueLooks::acting)
                        .all());
    }

    /** Has a customer looked at again as if nobody had since then. */
    Mono<Void> again(TenantId customer, Instant then) {
        return crossTenant
                .one(
                        ALERTS,
                        database -> database.sql(
                                        "update billing.usage_watch set looked_at = :at where tenant_id = :tenant")
                                .bind("at", then)
                                .bind("tenant", customer.value())
                                .fetch()
                                .rowsUpdated())
                .then();
    }

    /** The job at work for the tenant of a row. */
    static Acting acting(Readable row) {
        return new Acting(id(row, "tenant_id"), id(row, "reseller_id"), JOB);
    }

    private static TenantId id(Readable row, String column) {
        return new TenantId(Objects.requireNonNull(row.get(column, UUID.class)));
    }
}
