package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * What the next invoice of some subscriptions puts right. It may give back more than it charges: no invoice comes to less than
 * nothing, and the rest is carried to the next.
 */
final class Corrections {

    /** The sum of what was put off, less what was given back since. */
    private static final String CARRIED = """
            select i.subscription_id, i.currency, sum(l.amount)::bigint as credit
              from unnest(cast(:tenants as uuid[]), cast(:subscriptions as uuid[])) as wanted (tenant, subscription)
              join billing.invoice_line l on l.tenant_id = tenant and l.kind = 'carried'
              join billing.invoice i
                on i.tenant_id = l.tenant_id and i.id = l.invoice_id and i.subscription_id = subscription
             group by 1, 2
            """;

    private final Map<SubscriptionId, List<LineItem>> adjustments;
    private final Map<Place, Long> credits;

    private Corrections(Map<SubscriptionId, List<LineItem>> adjustments, Map<Place, Long> credits) {
        this.adjustments = adjustments;
        this.credits = credits;
    }

    private record Place(SubscriptionId subscription, Currency currency) {}

    /** Reads with a client in its transaction, and usage in the same. */
    static Mono<Corrections> of(
            DatabaseClient database, Used.Sums sums, Catalogues catalogues, List<Subscription> subscriptions) {
        return new Adjustments(database, sums, catalogues)
                .of(subscriptions)
                .zipWhen(adjustments -> credits(database, subscriptions), Corrections::new);
    }

    private static Mono<Map<Place, Long>> credits(DatabaseClient database, List<Subscription> subscriptions) {
        return Adjustments.asked(database, CARRIED, subscriptions)
                .map(row -> Map.entry(
                        new Place(
                                new SubscriptionId(Objects.requireNonNull(row.get("subscription_id", UUID.class))),
                                Currency.getInstance(Objects.requireNonNull(row.get("currency", String.class)))),
                        Objects.requireNonNull(row.get("credit", Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** These lines of a period, what is put right with them, and the credit that is carried on or taken up. */
    Estimate with(SubscriptionId subscription, List<LineItem> charged, Period period, Currency currency) {
        var lines = Stream.concat(charged.stream(), adjustments.getOrDefault(subscription, List.of()).stream())
                .toList();
        var credit = new Money(credits.getOrDefault(new Place(subscription, currency), 0L), currency);
        var carried = carried(Estimate.of(lines, currency).total(), credit, period);
        return Estimate.of(Stream.concat(lines.stream(), carried).toList(), currency);
    }

    private static Stream<LineItem> carried(Money sum, Money credit, Period period) {
        var after = credit.compareTo(sum) > 0 ? credit.minus(sum) : Money.zero(sum.currency());
        return after.equals(credit) ? Stream.empty() : Stream.of(Formula.carried(credit, after, period));
    }
}
