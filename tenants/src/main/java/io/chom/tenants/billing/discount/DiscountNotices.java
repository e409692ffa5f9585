package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.discount.DueDiscounts.Untold;
import io.chom.tenants.tenancy.HouseMails;
import java.time.Clock;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What sellers and the platform were told of: a row and a mail in one transaction, once. */
@Repository
class DiscountNotices {

    private final DatabaseClient database;
    private final HouseMails mails;
    private final TransactionalOperator transactions;
    private final Clock clock;

    DiscountNotices(DatabaseClient database, HouseMails mails, TransactionalOperator transactions, Clock clock) {
        this.database = database;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Tells the house, as which this is called, unless somebody has. */
    Mono<Void> tell(Untold one) {
        return database.sql("""
                        insert into billing.discount_notice (tenant_id, reseller_id, discount_id, step, told_at)
                        values (:house, :house, :discount, :step, :now) on conflict do nothing
                        """)
                .bind("house", one.house().value())
                .bind("discount", one.discount().id().value())
                .bind("step", one.step().name().toLowerCase(Locale.ROOT))
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(isNew -> mails.write(
                        one.house(), house -> new DiscountDeskMail(one.discount(), one.step(), one.words(), house)))
                .as(transactions::transactional);
    }
}
