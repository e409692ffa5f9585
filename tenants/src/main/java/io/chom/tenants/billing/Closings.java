package io.chom.tenants.billing;

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
             where period_end <= :until
             order by period_end limit :most for update skip locked
            """;

    private static final String MOVE_ON = """
            update billing.subscription s
               set invoiced_until = cast(moved.from_day as date),
                   period_end = cast(nullif(moved.ends, '') as timestamptz),
                   status = case when moved.ends = '' then 'cancelled' else status end
              from unnest(cast(:ids as uuid[]), cast(:days as text[]), cast(:ends as text[])) as moved (id, from_day, ends)
             where s.id = moved.id
            """;

    private Closings() {}

    /**
     * Takes subscriptions with a period that ended by then, the oldest first; nobody else gets them in this transaction.
     *
     * @param bought finds the plan as it was sold
     */
    static Flux<Closing> take(DatabaseClient platform, Instant until, int most, Function<Subscription, Bought> bought) {
        return platform.sql(TAKE)
                .bind("until", until)
                .bind("most", most)
                .map(row -> Closing.of(bought.apply(Subscriptions.read(row)), invoicedUntil(row)))
                .all();
    }

    /** Has the subscriptions wait for these periods from now on, or end where there is none any more. */
    static Mono<Void> moveOn(DatabaseClient platform, List<Closing> to) {
        return platform.sql(MOVE_ON)
                .bind("ids", column(to, one -> one.bought().subscription().id().toString()))
                .bind("days", column(to, one -> one.period().from().toString()))
                .bind(
                        "ends",
                        column(
                                to,
                                one -> one.isAfterTheEnd()
                                        ? ""
                                        : one.period().end().toString()))
                .then();
    }

    private static LocalDate invoicedUntil(Readable row) {
        return Objects.requireNonNull(row.get("invoiced_until", LocalDate.class));
    }

    private static <T> String[] column(Collection<T> rows, Function<T, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
