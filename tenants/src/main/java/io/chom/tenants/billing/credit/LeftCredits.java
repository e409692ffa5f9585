package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds across all customers what was carried forward to invoices that will never come, since the subscription is over. */
@Repository
class LeftCredits {

    /** Who gives it back. By this it is told how much was. */
    static final Actor JOB = Actor.job("left-credits");

    private static final Purpose LEFT = Purpose.routine("credit left of subscriptions that are over");
    private static final int BATCH = 100;

    private static final String FIND = """
            with carried as (
                select i.tenant_id, i.subscription_id, i.currency, sum(l.amount) as credit
                  from billing.invoice_line l join billing.invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id
                 where l.kind = 'carried' and (cast(:subscription as uuid) is null or i.subscription_id = :subscription)
                 group by 1, 2, 3
            ), given as (
                select i.tenant_id, i.subscription_id, i.currency, sum(c.amount) as credit
                  from carried
                  join billing.invoice i using (tenant_id, subscription_id, currency)
                  join billing.credit_note n on n.tenant_id = i.tenant_id and n.invoice_id = i.id and n.issued_by = :job
                  join billing.credit_note_line c on c.tenant_id = n.tenant_id and c.credit_note_id = n.id
                  join billing.invoice_line l
                    on l.tenant_id = c.tenant_id and l.invoice_id = c.invoice_id and l.position = c.line and l.kind <> 'tax'
                 group by 1, 2, 3
            ), open as (
                select tenant_id, subscription_id, currency, carried.credit - coalesce(given.credit, 0) as credit
                  from carried left join given using (tenant_id, subscription_id, currency)
            )
            select o.tenant_id, s.reseller_id, o.subscription_id, o.currency, cast(o.credit as bigint) as credit,
                   array(select i.id from billing.invoice i
                          where i.tenant_id = o.tenant_id and i.subscription_id = o.subscription_id
                            and i.currency = o.currency and i.total > 0
                          order by i.issued_at desc, i.id desc) as invoices
              from open o join billing.subscription s on s.tenant_id = o.tenant_id and s.id = o.subscription_id
             where s.status = 'cancelled' and s.period_end is null and o.credit > 0
             limit %d
            """.formatted(BATCH);

    private final CrossTenant crossTenant;

    LeftCredits(CrossTenant crossTenant) {
        this.crossTenant = crossTenant;
    }

    /**
     * What is left of one.
     *
     * @param customer as whom it is given back
     * @param subscription its identity
     * @param credit before tax, more than zero
     * @param invoices what was paid for it, the newest first
     */
    record Left(Acting customer, UUID subscription, Money credit, List<InvoiceId> invoices) {}

    /** Some of them. */
    Flux<Left> some() {
        return find(Optional.empty());
    }

    /** How one stands now; empty where nothing is left any more. */
    Mono<Left> again(Left before) {
        return find(Optional.of(before.subscription()))
                .filter(one -> one.credit().currency().equals(before.credit().currency()))
                .next();
    }

    private Flux<Left> find(Optional<UUID> subscription) {
        return crossTenant.many(LEFT, database -> {
            GenericExecuteSpec found = database.sql(FIND).bind("job", JOB.id());
            return subscription
                    .map(id -> found.bind("subscription", id))
                    .orElseGet(() -> found.bindNull("subscription", UUID.class))
                    .map(LeftCredits::left)
                    .all();
        });
    }

    private static Left left(Readable row) {
        return new Left(
                new Acting(
                        new TenantId(get(row, "tenant_id", UUID.class)),
                        new TenantId(get(row, "reseller_id", UUID.class)),
                        JOB),
                get(row, "subscription_id", UUID.class),
                new Money(get(row, "credit", Long.class), Currency.getInstance(get(row, "currency", String.class))),
                Stream.of(get(row, "invoices", UUID[].class))
                        .map(InvoiceId::new)
                        .toList());
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
