package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the provider told, once each, and what is to be seen to because of it: both are written, or neither is. */
@Repository
class PaymentEvents {

    private static final Purpose EVENTS = Purpose.routine("payment events");

    private static final String RECORD = """
            insert into billing.payment_event (tenant_id, event, reseller_id, type, body, received_at)
            select tenant_id, :event, reseller_id, :type, :body, :now from tenancy.tenant where tenant_id = :issuer
            on conflict do nothing
            """;

    private static final String WAKE = """
            update billing.payment set check_at = :now
             where issuer_id = :issuer and state not in ('paid', 'different')
               and (intent = :object or session = :object or id::text = :payment)
            """;

    private static final String WAKE_REFUNDS = """
            update billing.refund set check_at = :now
             where issuer_id = :issuer and state in ('requested', 'pending', 'succeeded')
               and (refund = :object or id::text = :payment)
            """;

    private static final String WAKE_CARDS = """
            update billing.payment_card_page set check_at = :now
             where issuer_id = :issuer and session = :object and state = 'open'
            """;

    /** Of the payer or of the card, whatever became of it. */
    private static final String WAKE_LOOKS = """
            update billing.payment_payer set look_at = :now where issuer_id = :issuer and (customer = :object or card = :object)
            """;

    /** Of whoever has the subscription. */
    private static final String WAKE_MIRROR = """
            update billing.payment_payer p set metered_at = :now
              from billing.mirrored_subscription m
             where p.issuer_id = :issuer and m.name = :object and m.tenant_id = p.tenant_id and m.customer = p.customer
            """;

    private static final String WAKE_ACCOUNT = """
            update billing.payment_account set check_at = :now where tenant_id = :issuer and account = :object
            """;

    private final CrossTenant crossTenant;

    PaymentEvents(CrossTenant crossTenant) {
        this.crossTenant = crossTenant;
    }

    /**
     * Remembers an event and has what it is about looked at.
     *
     * @param issuer whose account it belongs into
     * @param sealed what was told, sealed
     * @return how many things are to be looked at; 0 for one that was known
     */
    Mono<Long> record(ProviderEvent event, TenantId issuer, byte[] sealed, Instant now) {
        return crossTenant.one(
                EVENTS,
                database -> database.sql(RECORD)
                        .bind("event", event.id())
                        .bind("type", event.type())
                        .bind("body", sealed)
                        .bind("now", now)
                        .bind("issuer", issuer.value())
                        .fetch()
                        .rowsUpdated()
                        .flatMap(rows -> rows == 1 ? wake(database, event, issuer, now) : Mono.just(0L)));
    }

    private static Mono<Long> wake(DatabaseClient database, ProviderEvent event, TenantId issuer, Instant now) {
        return Flux.just(
                        database.sql(WAKE).bind("payment", event.payment()),
                        database.sql(WAKE_REFUNDS).bind("payment", event.payment()),
                        database.sql(WAKE_CARDS),
                        database.sql(WAKE_LOOKS),
                        database.sql(WAKE_MIRROR),
                        database.sql(WAKE_ACCOUNT))
                .concatMap(statement -> statement
                        .bind("object", event.object())
                        .bind("issuer", issuer.value())
                        .bind("now", now)
                        .fetch()
                        .rowsUpdated())
                .reduce(0L, Long::sum);
    }

    /** Forgets what was told before. */
    Mono<Void> forget(Instant before) {
        return crossTenant
                .one(
                        EVENTS,
                        database -> database.sql("delete from billing.payment_event where received_at < :before")
                                .bind("before", before)
                                .fetch()
                                .rowsUpdated())
                .then();
    }
}
