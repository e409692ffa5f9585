package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds across all payers whose card is to be looked at. */
@Repository
class DueCardLooks {

    private static final Purpose LOOKS = Purpose.routine("cards");

    private static final String TAKE = """
            with due as (
                select tenant_id, issuer_id from billing.payment_payer
                 where look_at <= :now order by look_at limit :most for update skip locked)
            update billing.payment_payer p set look_at = :until from due
             where p.tenant_id = due.tenant_id and p.issuer_id = due.issuer_id
            returning p.tenant_id, p.reseller_id, p.issuer_id, p.account
            """;

    private final CrossTenant crossTenant;
    private final Payers payers;
    private final CardLooks looks;
    private final TransactionalOperator transactions;

    DueCardLooks(CrossTenant crossTenant, Payers payers, CardLooks looks, TransactionalOperator transactions) {
        this.crossTenant = crossTenant;
        this.payers = payers;
        this.looks = looks;
        this.transactions = transactions;
    }

    /** Whose card it is, in which account. */
    record Due(Acting job, Payee payee) {}

    /** Takes payers whose card is to be looked at; nobody else gets them before the lease is over. */
    Flux<Due> take(int most, Instant now, Duration lease) {
        return crossTenant.take(LOOKS, TAKE, most, now, lease, DueCardLooks::due);
    }

    /** Looks at one. */
    Mono<Void> see(Due due) {
        return payers.find(due.job().tenant(), due.payee())
                .as(transactions::transactional)
                .flatMap(looks::look)
                .contextWrite(TenantContext.as(due.job()));
    }

    private static Due due(Readable row) {
        return new Due(
                new Acting(id(row, "tenant_id"), id(row, "reseller_id"), CardVisit.JOB),
                new Payee(id(row, "issuer_id"), row.get("account", String.class)));
    }

    private static TenantId id(Readable row, String column) {
        return new TenantId(Objects.requireNonNull(row.get(column, UUID.class)));
    }
}
