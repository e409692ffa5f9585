package io.chom.tenants.billing.increase;

import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HouseMails;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Of which requests whoever decides was told: a row and a mail in one transaction, once. */
@Repository
class IncreaseNotices {

    private final DatabaseClient database;
    private final HouseMails mails;
    private final TransactionalOperator transactions;
    private final Clock clock;

    IncreaseNotices(DatabaseClient database, HouseMails mails, TransactionalOperator transactions, Clock clock) {
        this.database = database;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Tells the seller, as whom this is called, unless somebody has. */
    Mono<Void> tell(TenantId seller, Increase increase) {
        return database.sql("""
                        insert into billing.limit_increase_notice (tenant_id, reseller_id, increase_id, told_at)
                        values (:seller, :seller, :increase, :now) on conflict do nothing
                        """)
                .bind("seller", seller.value())
                .bind("increase", increase.id().value())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(isNew -> mails.write(seller, house -> new IncreaseAskedMail(increase, house)))
                .as(transactions::transactional);
    }
}
