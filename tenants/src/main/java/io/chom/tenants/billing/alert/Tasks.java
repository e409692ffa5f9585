package io.chom.tenants.billing.alert;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What brand owners have to do. Callers hold a transaction of the brand owner. */
@Repository
class Tasks {

    /** A customer who is served by somebody else by now is nobody's to talk to here. */
    private static final String CURRENT = """
            select t.id, c.name, t.meter, t.per, t.starts_on, t.used, t.included, t.due_on, t.done_at
              from billing.task t join tenancy.tenant c on c.tenant_id = t.customer_id
             where t.tenant_id = :tenant and (t.done_at is null or t.done_at > :since)
             order by t.done_at nulls first, t.due_on desc, c.name, t.meter limit :most
            """;

    private final DatabaseClient database;

    Tasks(DatabaseClient database) {
        this.database = database;
    }

    /** The open ones, the newest first, and after them those that were done since then. */
    Flux<Task> current(TenantId owner, Instant since, int most) {
        return database.sql(CURRENT)
                .bind("tenant", owner.value())
                .bind("since", since)
                .bind("most", most)
                .map(Tasks::task)
                .all();
    }

    /**
     * Marks one as done, or as open again.
     *
     * @param at when it was done; null for open
     * @return whether there is such a task
     */
    Mono<Boolean> mark(TenantId owner, TaskId task, @Nullable Instant at) {
        var update = database.sql(
                "update billing.task set done_at = cast(:at as timestamptz) where tenant_id = :tenant and id = :id");
        return (at == null ? update.bindNull("at", Instant.class) : update.bind("at", at))
                .bind("tenant", owner.value())
                .bind("id", task.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Task task(Readable row) {
        return new Task(
                new TaskId(get(row, "id", UUID.class)),
                get(row, "name", String.class),
                new MeterId(get(row, "meter", String.class)),
                Allowance.Per.valueOf(get(row, "per", String.class).toUpperCase(Locale.ROOT)),
                get(row, "starts_on", LocalDate.class),
                get(row, "used", BigDecimal.class),
                get(row, "included", BigDecimal.class),
                get(row, "due_on", LocalDate.class),
                row.get("done_at", Instant.class) != null);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
