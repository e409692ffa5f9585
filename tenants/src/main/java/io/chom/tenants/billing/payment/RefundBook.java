package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The money that goes back. Callers hold a transaction of the payer, or of the platform. */
@Repository
class RefundBook {

    /** A bank may send back what arrived, for about so long. */
    private static final Duration MAY_RETURN = Duration.ofDays(30);

    private static final Duration LOOK_AGAIN = Duration.ofDays(7);

    /** Goes back the way it came: an invoice is paid at once, so there is one payment of it or none. */
    private static final String REQUEST = """
            insert into billing.refund (id, tenant_id, reseller_id, issuer_id, invoice_id, state, amount, currency, account, intent,
                   requested_at, check_at)
            select :id, i.tenant_id, i.reseller_id, i.issuer_id, i.id,
                   case when paid.intent is null then 'by_hand' else 'requested' end, :amount, i.currency, paid.account,
                   paid.intent, :now, case when paid.intent is not null then cast(:now as timestamptz) end
              from billing.invoice i
              left join lateral (select p.account, p.intent from billing.payment p
                                  where p.tenant_id = i.tenant_id and p.invoice_id = i.id and p.state = 'paid'
                                  order by p.settled_at limit 1) paid on true
             where i.tenant_id = :tenant and i.id = :invoice
            """;

    /** What arrived may still turn out not to have; what is paid back by hand is nobody else's matter any more. */
    private static final String SETTLE = """
            update billing.refund set state = :state, refund = coalesce(cast(:refund as text), refund),
                   reason = cast(:reason as text), check_at = :check,
                   settled_at = case when state = :state then settled_at when :state = 'pending' then null
                                     else cast(:now as timestamptz) end
             where tenant_id = :tenant and id = :id
               and (state in ('requested', 'pending') or state = 'succeeded' and :state in ('succeeded', 'failed'))
            returning old.state <> new.state
            """;

    private static final String PAID_BACK = """
            update billing.refund set state = 'done', evidence = :evidence, recorded_by = :by, settled_at = :now, check_at = null
             where tenant_id = :tenant and id = :id and issuer_id = :issuer and state in ('by_hand', 'failed')
            """;

    private final DatabaseClient database;

    RefundBook(DatabaseClient database) {
        this.database = database;
    }

    /** Has so much of what was paid for an invoice go back. */
    Mono<Void> request(TenantId payer, InvoiceId invoice, Money amount, Instant now) {
        return database.sql(REQUEST)
                .bind("id", RefundId.next().value())
                .bind("tenant", payer.value())
                .bind("invoice", invoice.value())
                .bind("amount", amount.minor())
                .bind("now", now)
                .then();
    }

    /** What became of it; false if that was known. */
    Mono<Boolean> settle(RefundOrder order, RefundOutcome outcome, Instant now, Duration lease) {
        var statement = Payments.nullable(database.sql(SETTLE), "refund", outcome.name());
        return check(Payments.nullable(statement, "reason", outcome.reason()), next(order, outcome, now, lease))
                .bind("tenant", order.payer().value())
                .bind("id", order.id().value())
                .bind("state", outcome.state().word())
                .bind("now", now)
                .mapValue(Boolean.class)
                .one()
                .defaultIfEmpty(false);
    }

    private static @Nullable Instant next(RefundOrder order, RefundOutcome outcome, Instant now, Duration lease) {
        return switch (outcome.state()) {
            case PENDING -> now.plus(lease);
            case SUCCEEDED -> now.isBefore(order.requestedAt().plus(MAY_RETURN)) ? now.plus(LOOK_AGAIN) : null;
            case REQUESTED, FAILED, BY_HAND, DONE -> null;
        };
    }

    private static GenericExecuteSpec check(GenericExecuteSpec statement, @Nullable Instant at) {
        return at == null ? statement.bindNull("check", Instant.class) : statement.bind("check", at);
    }

    /** The issuer gave it back by hand; false where nothing is to be given back by hand. */
    Mono<Boolean> paidBack(Acting acting, TenantId issuer, RefundId id, String evidence, Instant now) {
        return database.sql(PAID_BACK)
                .bind("tenant", acting.tenant().value())
                .bind("id", id.value())
                .bind("issuer", issuer.value())
                .bind("evidence", evidence)
                .bind("by", acting.actor().id())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Those of these invoices, the oldest first. */
    Flux<Refund> of(Collection<InvoiceId> invoices) {
        return database.sql("""
                        select id, invoice_id, state, amount, currency, requested_at, settled_at, reason from billing.refund
                         where invoice_id = any(:invoices) order by requested_at, id
                        """)
                .bind("invoices", invoices.stream().map(InvoiceId::value).toArray(UUID[]::new))
                .map(RefundBook::refund)
                .all();
    }

    private static Refund refund(Readable row) {
        return new Refund(
                new RefundId(get(row, "id", UUID.class)),
                new InvoiceId(get(row, "invoice_id", UUID.class)),
                Refund.State.of(get(row, "state", String.class)),
                new Money(get(row, "amount", Long.class), Currency.getInstance(get(row, "currency", String.class))),
                get(row, "requested_at", Instant.class),
                row.get("settled_at", Instant.class),
                row.get("reason", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
