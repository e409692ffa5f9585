package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Makes tasks of brand owners out of what their customers have used up. */
@Repository
class DueTasks {

    private static final Purpose TASKS = Purpose.routine("tasks");

    /** Of several thresholds beyond the allowance the lowest makes the task. */
    private static final String MAKE = """
            insert into billing.task (id, tenant_id, reseller_id, customer_id, kind, subscription_id, meter, per, starts_on,
                   included, used, due_on, made_at)
            select uuidv7(), a.reseller_id, a.reseller_id, a.tenant_id, 'used-up', a.subscription_id, a.meter, a.per,
                   a.starts_on, a.included, a.used, cast(a.reached_at at time zone 'UTC' as date) + 1, :now
              from billing.usage_alert a
             where a.threshold >= 100 and a.reached_at > :since and a.tenant_id <> a.reseller_id
               and not exists (select from billing.task t
                                where t.tenant_id = a.reseller_id and t.customer_id = a.tenant_id
                                  and t.subscription_id = a.subscription_id and t.meter = a.meter
                                  and t.starts_on = a.starts_on and t.included = a.included)
             order by a.reseller_id, a.tenant_id, a.subscription_id, a.meter, a.starts_on, a.included, a.threshold
            on conflict do nothing returning tenant_id
            """;

    private final CrossTenant crossTenant;

    DueTasks(CrossTenant crossTenant) {
        this.crossTenant = crossTenant;
    }

    /** Makes each that is missing, and tells whose they are. */
    Flux<TenantId> make(Instant now, Instant since) {
        return crossTenant.many(
                TASKS,
                database -> database.sql(MAKE)
                        .bind("now", now)
                        .bind("since", since)
                        .map(row -> new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))))
                        .all());
    }
}
