package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.usage.Span;
import io.chom.tenants.usage.Totals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What became known of closed periods after they were billed. Events may come 35 days late, so that the two periods before
 * the last end are looked at again.
 */
final class Adjustments {

    static final int LOOK_BACK = 2;

    /** Of periods that were owed: what is used in a pause, or after the end, is of no concern to what was bought. */
    private static final String EARLIER = """
            select earlier.*
              from unnest(cast(:tenants as uuid[]), cast(:subscriptions as uuid[])) as wanted (tenant, subscription),
                   lateral (%s where tenant_id = tenant and subscription_id = subscription and ahead is null
                               and exists (select from billing.invoice_line l
                                            where l.tenant_id = invoice.tenant_id and l.invoice_id = invoice.id
                                              and l.kind in ('plan', 'prepaid'))
                             order by period_from desc limit %d) as earlier
             order by earlier.period_from desc
            """.formatted(Invoices.COLUMNS, LOOK_BACK);

    private static final String BILLED = """
            select i.subscription_id, l.days_from, l.subject, i.currency, sum(l.amount)::bigint as amount
              from unnest(cast(:tenants as uuid[]), cast(:subscriptions as uuid[])) as wanted (tenant, subscription)
              join billing.invoice i
                on i.tenant_id = tenant and i.subscription_id = subscription and i.period_from >= :since
              join billing.invoice_line l on l.tenant_id = i.tenant_id and l.invoice_id = i.id
             where l.kind in ('overage', 'adjustment') and l.days_from >= :since
             group by 1, 2, 3, 4
            """;

    private final DatabaseClient database;
    private final Used.Sums sums;
    private final Catalogues catalogues;

    /** Reads with a client in its transaction, and usage in the same. */
    Adjustments(DatabaseClient database, Used.Sums sums, Catalogues catalogues) {
        this.database = database;
        this.sums = sums;
        this.catalogues = catalogues;
    }

    private record Place(UUID subscription, LocalDate from, String meter, String currency) {}

    /** The lines that the next invoice of each of the subscriptions gets; who gets none is absent. */
    Mono<Map<SubscriptionId, List<LineItem>>> of(List<Subscription> subscriptions) {
        return asked(database, EARLIER, subscriptions)
                .map(Invoices::invoice)
                .all()
                .collectList()
                .flatMap(earlier -> earlier.isEmpty() ? Mono.just(Map.of()) : lines(earlier, subscriptions));
    }

    private Mono<Map<SubscriptionId, List<LineItem>>> lines(List<Invoice> earlier, List<Subscription> subscriptions) {
        var since =
                Collections.min(earlier.stream().map(one -> one.period().from()).toList());
        return billed(asked(database, BILLED, subscriptions).bind("since", since))
                .flatMap(billed -> Flux.fromIterable(rounds(earlier))
                        .concatMap(round -> sums.apply(spans(round)).map(used -> lines(round, used, billed)))
                        .concatMapIterable(lines -> lines.entrySet())
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.flatMapping(one -> one.getValue().stream(), Collectors.toList()))));
    }

    /** A question about some subscriptions. */
    static GenericExecuteSpec asked(DatabaseClient database, String question, List<Subscription> subscriptions) {
        return database.sql(question)
                .bind("tenants", column(subscriptions, Subscription::customer))
                .bind("subscriptions", column(subscriptions, Subscription::id));
    }

    private static String[] column(List<Subscription> subscriptions, Function<Subscription, Object> cell) {
        return subscriptions.stream().map(cell).map(Object::toString).toArray(String[]::new);
    }

    /** The invoices so that each tenant is in a round once: usage is asked for one span of each. */
    private static List<List<Invoice>> rounds(List<Invoice> invoices) {
        var rounds = new ArrayList<List<Invoice>>();
        var places = new HashMap<TenantId, Integer>();
        for (var invoice : invoices) {
            int round = places.merge(invoice.customer(), 1, Integer::sum) - 1;
            if (rounds.size() == round) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(invoice);
        }
        return rounds;
    }

    private static Map<TenantId, Span> spans(List<Invoice> round) {
        return round.stream()
                .collect(Collectors.toMap(Invoice::customer, one -> one.period().span()));
    }

    private static Mono<Map<Place, Long>> billed(GenericExecuteSpec question) {
        return question.map(row -> Map.entry(
                        new Place(
                                Objects.requireNonNull(row.get("subscription_id", UUID.class)),
                                Objects.requireNonNull(row.get("days_from", LocalDate.class)),
                                Objects.requireNonNull(row.get("subject", String.class)),
                                Objects.requireNonNull(row.get("currency", String.class))),
                        Objects.requireNonNull(row.get("amount", Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Map<SubscriptionId, List<LineItem>> lines(
            List<Invoice> round, Map<TenantId, Totals> used, Map<Place, Long> billed) {
        return round.stream()
                .collect(Collectors.toMap(
                        Invoice::subscription,
                        one -> lines(one, used.getOrDefault(one.customer(), Totals.NONE), billed)));
    }

    private List<LineItem> lines(Invoice invoice, Totals used, Map<Place, Long> billed) {
        return plan(invoice)
                .flatMap(plan -> Rating.metered(plan, catalogues::meter, used::of))
                .flatMap(usage -> line(invoice, usage.meter(), usage.overageCost(), billed).stream())
                .toList();
    }

    private List<LineItem> line(Invoice invoice, Meter meter, Money due, Map<Place, Long> billed) {
        var place = new Place(
                invoice.subscription().value(),
                invoice.period().from(),
                meter.id().value(),
                due.currency().getCurrencyCode());
        var before = new Money(billed.getOrDefault(place, 0L), due.currency());
        return before.equals(due) ? List.of() : List.of(Formula.adjustment(meter, before, due, invoice.period()));
    }

    private Stream<Plan> plan(Invoice invoice) {
        var sold = invoice.plan();
        return catalogues
                .plan(
                        sold.catalogue(),
                        sold.version(),
                        sold.plan(),
                        invoice.total().currency())
                .stream();
    }
}
