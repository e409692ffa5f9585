package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The visits to pages for cards. Callers hold a transaction of the payer. */
@Repository
class CardVisits {

    static final String COLUMNS = "id, tenant_id, reseller_id, issuer_id, account, session, begun_at";

    private final DatabaseClient database;

    CardVisits(DatabaseClient database) {
        this.database = database;
    }

    /** Writes one, before the page is asked for. */
    Mono<Void> begin(PaymentId id, Acting payer, Payee payee, Instant now, Instant check) {
        return Payments.nullable(database.sql("""
                insert into billing.payment_card_page (id, tenant_id, reseller_id, issuer_id, account, state, begun_at, check_at)
                values (:id, :tenant, :reseller, :issuer, cast(:account as text), 'open', :now, :check)
                """), "account", payee.account())
                .bind("id", id.value())
                .bind("tenant", payer.tenant().value())
                .bind("reseller", payer.reseller().value())
                .bind("issuer", payee.issuer().value())
                .bind("now", now)
                .bind("check", check)
                .then();
    }

    /** Remembers which page it is. */
    Mono<Void> opened(TenantId payer, PaymentId id, String session) {
        return database.sql(
                        "update billing.payment_card_page set session = :session where tenant_id = :tenant and id = :id")
                .bind("session", session)
                .bind("tenant", payer.value())
                .bind("id", id.value())
                .then();
    }

    /** The one with that name of the provider's, or empty. */
    Mono<CardVisit> ofSession(TenantId payer, String session) {
        return database.sql("select " + COLUMNS
                        + " from billing.payment_card_page where tenant_id = :tenant and session = :session")
                .bind("tenant", payer.value())
                .bind("session", session)
                .map(CardVisits::visit)
                .one();
    }

    /** It is over; false if that was known. */
    Mono<Boolean> end(CardVisit visit, String state) {
        return database.sql("""
                        update billing.payment_card_page set state = :state, check_at = null
                         where tenant_id = :tenant and id = :id and state = 'open'
                        """)
                .bind("state", state)
                .bind("tenant", visit.payer().value())
                .bind("id", visit.id().value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    static CardVisit visit(Readable row) {
        return new CardVisit(
                new PaymentId(get(row, "id", UUID.class)),
                new TenantId(get(row, "tenant_id", UUID.class)),
                new TenantId(get(row, "reseller_id", UUID.class)),
                new Payee(new TenantId(get(row, "issuer_id", UUID.class)), row.get("account", String.class)),
                row.get("session", String.class),
                get(row, "begun_at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
