package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds across tenants which periods are over, and moves subscriptions on to the next. */
final class Closings {

    private static final String TAKE = Subscriptions.COLUMNS + """
            , invoiced_until from billing.subscription
             where period_end <= :until and concat_ws(' ', catalogue, version) = any (cast(:readable as text[]))
               and not exists (
                   select from billing.plan_change
                    where tenant_id = subscription.tenant_id and subscription_id = subscription.id and withdrawn_at is null
                      and concat_ws(' ', subscription.catalogue, plan_change.version) <> all (cast(:readable as text[])))
             order by period_end limit :most for update of subscription skip locked
            """;

    private static final String MOVE_ON = """
            update billing.subscription s
               set invoiced_until = cast(moved.from_day as date),
                   period_end = cast(nullif(moved.ends, '') as timestamptz),
                   status = case when moved.is_over then 'cancelled' else status end
              from unnest(cast(:ids as uuid[]), cast(:days as text[]), cast(:ends as text[]), cast(:over as boolean[]))
                   as moved (id, from_day, ends, is_over)
             where s.id = moved.id
            """;

    private Closings() {}

    /**
     * Takes subscriptions with a period that ended by then, the oldest first; nobody else gets them in this transaction.
     * Those of a catalogue that only a newer program can read are left to it.
     *
     * @param now when the plans are those of
     */
    static Flux<Closing> take(DatabaseClient platform, Instant until, int most, Catalogues catalogues, Instant now) {
        return platform.sql(TAKE)
                .bind("readable", catalogues.versions().toArray(String[]::new))
                .bind("until", until)
                .bind("most", most)
                .map(row -> Closing.of(Bought.of(Subscriptions.read(row), catalogues, now), invoicedUntil(row)))
                .all();
    }

    /** Has the subscriptions wait for these periods from now on, and end where theirs is over. */
    static Mono<Void> moveOn(DatabaseClient platform, List<Closing> to) {
        return platform.sql(MOVE_ON)
                .bind("ids", column(to, one -> one.bought().subscription().id().toString()))
                .bind("days", column(to, one -> one.period().from().toString()))
                .bind(
                        "ends",
                        column(to, one -> one.isDone() ? "" : one.period().end().toString()))
                .bind("over", to.stream().map(Closing::isAfterTheEnd).toArray(Boolean[]::new))
                .then();
    }

    private static LocalDate invoicedUntil(Readable row) {
        return Objects.requireNonNull(row.get("invoiced_until", LocalDate.class));
    }

    private static <T> String[] column(Collection<T> rows, Function<T, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
