package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds across tenants who is to be looked at for what is paid in advance, and when to look again. */
final class Advances {

    private static final String TAKE = Subscriptions.COLUMNS + """
            , (select count(*) from billing.invoice
                where tenant_id = subscription.tenant_id and subscription_id = subscription.id and ahead is not null) as billed
              from billing.subscription
             where advance_at <= :now and status <> 'paused'
               and concat_ws(' ', catalogue, version) = any (cast(:readable as text[]))
               and not exists (
                   select from billing.plan_change
                    where tenant_id = subscription.tenant_id and subscription_id = subscription.id and withdrawn_at is null
                      and concat_ws(' ', subscription.catalogue, plan_change.version) <> all (cast(:readable as text[])))
             order by advance_at limit :most for update of subscription skip locked
            """;

    private static final String MOVE_ON = """
            update billing.subscription s set advance_at = cast(nullif(moved.at, '') as timestamptz)
              from unnest(cast(:ids as uuid[]), cast(:ats as text[])) as moved (id, at)
             where s.id = moved.id
            """;

    private Advances() {}

    /** A subscription, and how many invoices in advance it has. */
    record Taken(Bought bought, int billed) {

        /** What it owes by now and was not billed for, if anything. */
        Optional<Bill> bill(Instant now) {
            LocalDate today = LocalDate.ofInstant(now, bought.subscription().zone());
            return Prepaid.after(bought, billed)
                    .filter(one -> !one.on().isAfter(today))
                    .map(one -> Bill.of(bought, one, billed + 1));
        }

        /** When to look again, once that is billed. */
        private Optional<Instant> next(Instant now) {
            return Prepaid.after(bought, bill(now).isPresent() ? billed + 1 : billed)
                    .map(one ->
                            one.on().atStartOfDay(bought.subscription().zone()).toInstant());
        }
    }

    /** Takes those that are to be looked at by now; nobody else gets them in this transaction. */
    static Flux<Taken> take(DatabaseClient platform, Instant now, int most, Catalogues catalogues) {
        return platform.sql(TAKE)
                .bind("readable", catalogues.versions().toArray(String[]::new))
                .bind("now", now)
                .bind("most", most)
                .map(row -> new Taken(
                        Bought.of(Subscriptions.read(row), catalogues, now),
                        Objects.requireNonNull(row.get("billed", Long.class)).intValue()))
                .all();
    }

    /** Has them wait for what is owed next. */
    static Mono<Void> moveOn(DatabaseClient platform, List<Taken> taken, Instant now) {
        return platform.sql(MOVE_ON)
                .bind(
                        "ids",
                        column(taken, one -> one.bought().subscription().id().toString()))
                .bind(
                        "ats",
                        column(
                                taken,
                                one -> one.next(now).map(Instant::toString).orElse("")))
                .then();
    }

    private static String[] column(List<Taken> rows, Function<Taken, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
