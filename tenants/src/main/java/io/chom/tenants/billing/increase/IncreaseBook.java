package io.chom.tenants.billing.increase;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The requests for more. Callers hold a transaction of whoever asked, or read as the owner of its brand. */
@Repository
class IncreaseBook {

    private static final String FOUND = """
            select i.*, c.name from billing.limit_increase i join tenancy.tenant c on c.tenant_id = i.tenant_id
            """;

    /** What waits in front, the oldest first; then what was decided, the latest first. */
    private static final String ORDER = """
            order by i.state <> 'asked', case when i.state = 'asked' then i.asked_at end, i.decided_at desc limit :most
            """;

    private static final String ASK = """
            insert into billing.limit_increase
                (id, tenant_id, reseller_id, subscription_id, meter, included, wanted, reason, asked_at)
            values (:id, :tenant, :reseller, :subscription, :meter, :included, :wanted, :reason, :now)
            on conflict (tenant_id, subscription_id, meter) where state = 'asked' do nothing
            """;

    /** Days are those of the subscription's zone. */
    private static final String GRANT = """
            update billing.limit_increase i
               set state = 'granted', granted = :limit, answer = :answer, decided_at = :now, ends_on = :ends,
                   effective_on = cast(cast(:now as timestamptz) at time zone s.time_zone as date)
              from billing.subscription s
             where s.tenant_id = i.tenant_id and s.id = i.subscription_id
               and i.tenant_id = :tenant and i.id = :id and i.state = 'asked'
            """;

    private static final String MOVE = """
            update billing.limit_increase
               set state = :state, answer = case when :answer = '' then answer else :answer end, decided_at = :now
             where tenant_id = :tenant and id = :id and state = :before
            """;

    private final DatabaseClient database;
    private final Catalogues catalogues;

    IncreaseBook(DatabaseClient database, Catalogues catalogues) {
        this.database = database;
        this.catalogues = catalogues;
    }

    /** Adds a request; whether none of that meter was waiting. */
    Mono<Boolean> ask(Acting acting, Bought bought, Wish wish, Instant now) {
        return database.sql(ASK)
                .bind("id", IncreaseId.next().value())
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("subscription", bought.subscription().id().value())
                .bind("meter", wish.meter().value())
                .bind("included", wish.included())
                .bind("wanted", wish.wanted())
                .bind("reason", wish.reason())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** More of a meter than it stops at. */
    record Wish(MeterId meter, BigDecimal included, BigDecimal wanted, String reason) {}

    /** Those of a tenant. */
    Flux<Increase> of(TenantId tenant, int most) {
        return database.sql(FOUND + " where i.tenant_id = :tenant " + ORDER)
                .bind("tenant", tenant.value())
                .bind("most", most)
                .map(this::read)
                .all()
                .flatMapSequential(Mono::justOrEmpty);
    }

    /** Those of a brand owner's customers. */
    Flux<Increase> ofCustomers(TenantId owner, int most) {
        return database.sql(FOUND + " where i.reseller_id = :owner and i.tenant_id <> :owner " + ORDER)
                .bind("owner", owner.value())
                .bind("most", most)
                .map(this::read)
                .all()
                .flatMapSequential(Mono::justOrEmpty);
    }

    /** Those of all brand owners, of somebody who may read across them. */
    Flux<Increase> ofOwners(DatabaseClient platform, int most) {
        return platform.sql(FOUND + " where i.tenant_id = i.reseller_id " + ORDER)
                .bind("most", most)
                .map(this::read)
                .all()
                .flatMapSequential(Mono::justOrEmpty);
    }

    /** One of a tenant. */
    Mono<Increase> find(TenantId tenant, IncreaseId id) {
        return database.sql(FOUND + " where i.tenant_id = :tenant and i.id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map(this::read)
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /**
     * Grants one that waits; whether it did.
     *
     * @param endsOn the first day without it, or null
     */
    Mono<Boolean> grant(Increase which, BigDecimal limit, @Nullable LocalDate endsOn, String answer, Instant now) {
        var grant = database.sql(GRANT)
                .bind("tenant", which.customer().value())
                .bind("id", which.id().value())
                .bind("limit", limit)
                .bind("answer", answer)
                .bind("now", now);
        return (endsOn == null ? grant.bindNull("ends", LocalDate.class) : grant.bind("ends", endsOn))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Takes it from one state to another without granting anything; whether it was in the first. */
    Mono<Boolean> move(Increase which, Increase.State before, Increase.State after, String answer, Instant now) {
        return database.sql(MOVE)
                .bind("tenant", which.customer().value())
                .bind("id", which.id().value())
                .bind("before", word(before))
                .bind("state", word(after))
                .bind("answer", answer)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static String word(Increase.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a meter that no catalogue describes any more: there is nothing that could be decided, or shown. */
    Optional<Increase> read(Readable row) {
        return catalogues.meter(new MeterId(get(row, "meter", String.class))).map(meter -> read(row, meter));
    }

    private static Increase read(Readable row, Meter meter) {
        return new Increase(
                new IncreaseId(get(row, "id", UUID.class)),
                new TenantId(get(row, "tenant_id", UUID.class)),
                get(row, "name", String.class),
                meter,
                get(row, "included", BigDecimal.class),
                get(row, "wanted", BigDecimal.class),
                get(row, "reason", String.class),
                get(row, "asked_at", Instant.class),
                Increase.State.valueOf(get(row, "state", String.class).toUpperCase(Locale.ROOT)),
                row.get("granted", BigDecimal.class),
                row.get("effective_on", LocalDate.class),
                row.get("ends_on", LocalDate.class),
                get(row, "answer", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
