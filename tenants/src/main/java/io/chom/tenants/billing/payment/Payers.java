package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who pays whom, and with which card. Callers hold a transaction of the payer. */
@Repository
class Payers {

    private static final String SAVE = """
            insert into billing.payment_payer (tenant_id, issuer_id, reseller_id, account, customer)
            select tenant_id, :issuer, reseller_id, cast(:account as text), :customer
              from tenancy.tenant where tenant_id = :tenant
            on conflict (tenant_id, issuer_id) do update set account = excluded.account, customer = excluded.customer,
                   card = null, card_brand = null, card_last4 = null, card_month = null, card_year = null
             where payment_payer.account is distinct from excluded.account
            """;

    /** What was declined may be tried again with it, and waits no longer. */
    private static final String RETRY = """
            update billing.settlement set state = 'open', next_try_at = :now, declines = 0
             where tenant_id = :tenant and issuer_id = :issuer and state in ('open', 'failed', 'unconfirmed')
            """;

    private final DatabaseClient database;

    Payers(DatabaseClient database) {
        this.database = database;
    }

    /** One, or empty where the tenant never paid into that account. */
    Mono<Payer> find(TenantId tenant, Payee payee) {
        return Payments.nullable(database.sql("""
                select issuer_id, account, customer, card, card_brand, card_last4, card_month, card_year
                  from billing.payment_payer
                 where tenant_id = :tenant and issuer_id = :issuer and account is not distinct from cast(:account as text)
                """), "account", payee.account())
                .bind("tenant", tenant.value())
                .bind("issuer", payee.issuer().value())
                .map(row -> payer(tenant, row))
                .one();
    }

    /** Writes one, without a card; leaves one that is there for the same account. */
    Mono<Void> save(TenantId tenant, Payee payee, String customer) {
        return Payments.nullable(database.sql(SAVE), "account", payee.account())
                .bind("tenant", tenant.value())
                .bind("issuer", payee.issuer().value())
                .bind("customer", customer)
                .then();
    }

    /** Puts a card on file, which takes the place of the one before, and has what is owed tried with it. */
    Mono<Void> keep(TenantId tenant, TenantId issuer, KeptCard kept, Instant now) {
        return database.sql("""
                        update billing.payment_payer set card = :card, card_brand = :brand, card_last4 = :last4,
                               card_month = :month, card_year = :year
                         where tenant_id = :tenant and issuer_id = :issuer
                        """)
                .bind("card", kept.id())
                .bind("brand", kept.card().brand())
                .bind("last4", kept.card().last4())
                .bind("month", kept.card().expires().getMonthValue())
                .bind("year", kept.card().expires().getYear())
                .bind("tenant", tenant.value())
                .bind("issuer", issuer.value())
                .then()
                .then(database.sql(RETRY)
                        .bind("now", now)
                        .bind("tenant", tenant.value())
                        .bind("issuer", issuer.value())
                        .then());
    }

    /** Takes the card off, which is not the payer's any more. */
    Mono<Void> drop(Payer payer) {
        return of(payer, """
                update billing.payment_payer set card = null, card_brand = null, card_last4 = null, card_month = null,
                       card_year = null where tenant_id = :tenant and issuer_id = :issuer
                """).then();
    }

    /** Has the card looked at then, or earlier if that is to be already. */
    Mono<Void> lookAt(Payer payer, Instant at) {
        return of(payer, """
                update billing.payment_payer set look_at = least(look_at, :at) where tenant_id = :tenant and issuer_id = :issuer
                """).bind("at", at).then();
    }

    /** The card was looked at. */
    Mono<Void> looked(Payer payer) {
        return of(
                        payer,
                        "update billing.payment_payer set look_at = null where tenant_id = :tenant and issuer_id = :issuer")
                .then();
    }

    private DatabaseClient.GenericExecuteSpec of(Payer payer, String statement) {
        return database.sql(statement)
                .bind("tenant", payer.tenant().value())
                .bind("issuer", payer.payee().issuer().value());
    }

    private static Payer payer(TenantId tenant, Readable row) {
        var issuer = new TenantId(Objects.requireNonNull(row.get("issuer_id", UUID.class)));
        return new Payer(
                tenant,
                new Payee(issuer, row.get("account", String.class)),
                Objects.requireNonNull(row.get("customer", String.class)),
                card(row));
    }

    private static @Nullable KeptCard card(Readable row) {
        var id = row.get("card", String.class);
        return id == null
                ? null
                : new KeptCard(
                        id,
                        new Card(
                                Objects.requireNonNull(row.get("card_brand", String.class)),
                                Objects.requireNonNull(row.get("card_last4", String.class)),
                                YearMonth.of(
                                        Objects.requireNonNull(row.get("card_year", Integer.class)),
                                        Objects.requireNonNull(row.get("card_month", Integer.class)))));
    }
}
