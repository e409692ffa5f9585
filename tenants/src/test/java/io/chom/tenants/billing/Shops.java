package io.chom.tenants.billing;

import io.chom.tenants.billing.details.TaxRules;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.tenancy.Crew;
import io.chom.tenants.usage.UsageQueries;
import java.time.Clock;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** What sells from other catalogues than those of the running program, and reads what was sold from them. */
public record Shops(SubscriptionService subscriptions, UsageOverviews overviews) {

    public static Shops of(ApplicationContext context, Catalogues catalogues) {
        var clock = context.getBean(Clock.class);
        var database = context.getBean(DatabaseClient.class);
        var transactions = context.getBean(TransactionalOperator.class);
        var stored = new Subscriptions(database, clock);
        return new Shops(
                new SubscriptionService(
                        stored,
                        catalogues,
                        context.getBean(Holdings.class),
                        new OwnCurrency(stored, catalogues, database, clock),
                        context.getBean(Crew.class),
                        context.getBean(Broadcast.class),
                        transactions,
                        clock),
                new UsageOverviews(
                        stored,
                        context.getBean(UsageQueries.class),
                        catalogues,
                        context.getBean(TaxRules.class),
                        transactions,
                        clock));
    }
}
