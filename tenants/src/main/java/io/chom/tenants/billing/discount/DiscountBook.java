package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.Reduction;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.billing.discount.Discount.State;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The discounts. Callers hold a transaction of the customer, or read as who sells to it. */
@Repository
class DiscountBook {

    private static final String FOUND =
            "select d.*, c.name from billing.discount d join tenancy.tenant c on c.tenant_id = d.tenant_id ";

    /** What waits in front, the oldest first; then the latest first. */
    private static final String ORDER =
            " order by d.state <> 'asked', case when d.state = 'asked' then d.asked_at end, d.asked_at desc limit :most";

    /** Who bills and who changes wait for each other. */
    private static final String LOCK =
            "select from billing.subscription where tenant_id = :tenant and status <> 'cancelled' for update";

    private static final String ADD = """
            insert into billing.discount
                (id, tenant_id, reseller_id, subscription_id, percent, periods, reason, decider, asked_by, asked_at, state,
                 begins_on, month_percent, year_percent)
            values (:id, :tenant, :reseller, :subscription, :percent, :periods, :reason, :decider, :by, :now, :state,
                    :from, :month, :year)
            on conflict (tenant_id, subscription_id) where state in ('asked', 'active') do nothing
            """;

    private static final String APPROVE = """
            update billing.discount set state = 'active', begins_on = :from, month_percent = :month, year_percent = :year
             where tenant_id = :tenant and id = :id and state = 'asked'
            """;

    private static final String MOVE = """
            update billing.discount set state = :state, ends_on = coalesce(:ends, ends_on)
             where tenant_id = :tenant and id = :id and state = :before
            """;

    private final DatabaseClient database;

    DiscountBook(DatabaseClient database) {
        this.database = database;
    }

    /** Has nobody else bill or change what the tenant has bought until this transaction is over. */
    Mono<Void> lock(TenantId tenant) {
        return database.sql(LOCK).bind("tenant", tenant.value()).then();
    }

    /** Adds one, which counts if there is something that does; whether the subscription had none that is open. */
    Mono<Boolean> add(Subscription of, Discount one) {
        var reduction = one.reduction();
        return asked(ADD, one)
                .bind("reseller", of.reseller().value())
                .bind("subscription", of.id().value())
                .bind("percent", one.percent())
                .bind("periods", Parameters.in(R2dbcType.INTEGER, one.periods()))
                .bind("reason", one.reason())
                .bind("decider", Parameters.in(R2dbcType.VARCHAR, right(one.decider())))
                .bind("by", one.askedBy())
                .bind("now", one.askedAt())
                .bind("state", word(one.state()))
                .bind("from", Parameters.in(R2dbcType.DATE, reduction == null ? null : reduction.from()))
                .bind("month", Parameters.in(R2dbcType.NUMERIC, reduction == null ? null : reduction.month()))
                .bind("year", Parameters.in(R2dbcType.NUMERIC, reduction == null ? null : reduction.year()))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Has one that waits count; whether it waited. */
    Mono<Boolean> approve(Discount which, Reduction reduction) {
        return asked(APPROVE, which)
                .bind("from", reduction.from())
                .bind("month", reduction.month())
                .bind("year", reduction.year())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Takes it to another state; whether it was in the one that was read. */
    Mono<Boolean> move(Discount which, State after, @Nullable LocalDate endsOn) {
        return asked(MOVE, which)
                .bind("before", word(which.state()))
                .bind("state", word(after))
                .bind("ends", Parameters.in(R2dbcType.DATE, endsOn))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private GenericExecuteSpec asked(String statement, Discount which) {
        return database.sql(statement)
                .bind("tenant", which.customer().value())
                .bind("id", which.id().value());
    }

    Mono<Discount> find(TenantId tenant, DiscountId id) {
        return database.sql(FOUND + "where d.tenant_id = :tenant and d.id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map(DiscountBook::read)
                .one();
    }

    /** Those of a customer. */
    Flux<Discount> of(TenantId tenant, int most) {
        return database.sql(FOUND + "where d.tenant_id = :tenant" + ORDER)
                .bind("tenant", tenant.value())
                .bind("most", most)
                .map(DiscountBook::read)
                .all();
    }

    /** Those of a brand owner's customers that needed somebody's approval. */
    Flux<Discount> ofCustomers(TenantId owner, int most) {
        return database.sql(FOUND + "where d.reseller_id = :owner and d.tenant_id <> :owner and d.decider is not null"
                        + ORDER)
                .bind("owner", owner.value())
                .bind("most", most)
                .map(DiscountBook::read)
                .all();
    }

    /** Those that the platform decides about, of somebody who may read across tenants. */
    static Flux<Discount> forOperators(DatabaseClient platform, int most) {
        return platform.sql(FOUND + "where d.decider = 'operator'" + ORDER)
                .bind("most", most)
                .map(DiscountBook::read)
                .all();
    }

    static Discount read(Readable row) {
        var state = State.valueOf(get(row, "state", String.class).toUpperCase(Locale.ROOT));
        var decider = row.get("decider", String.class);
        return new Discount(
                new DiscountId(get(row, "id", UUID.class)),
                new TenantId(get(row, "tenant_id", UUID.class)),
                get(row, "name", String.class),
                new SubscriptionId(get(row, "subscription_id", UUID.class)),
                get(row, "percent", BigDecimal.class),
                row.get("periods", Integer.class),
                get(row, "reason", String.class),
                decider == null ? null : Giver.of(decider),
                get(row, "asked_by", String.class),
                get(row, "asked_at", Instant.class),
                state,
                reduction(row));
    }

    private static @Nullable Reduction reduction(Readable row) {
        var from = row.get("begins_on", LocalDate.class);
        return from == null
                ? null
                : new Reduction(
                        from,
                        get(row, "month_percent", BigDecimal.class),
                        get(row, "year_percent", BigDecimal.class),
                        row.get("periods", Integer.class),
                        row.get("ends_on", LocalDate.class));
    }

    private static @Nullable String right(@Nullable Giver decider) {
        return decider == null ? null : decider.right();
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
