package io.chom.tenants.developer.calls;

import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The calls of the acting tenant's days, and who has how many of them. */
@Repository
class CallDays {

    /** Locks the day until the transaction ends; what is read after that is what everybody agreed on. */
    private static final String LOCK = """
            insert into developer.call_day as day (tenant_id, reseller_id, day)
            select tenant_id, reseller_id, :day from tenancy.tenant where tenant_id = :tenant
            on conflict (tenant_id, day) do update set leased = day.leased
            returning leased, used
            """;

    private static final String HELD = """
            select leased, used from developer.call_lease
            where tenant_id = :tenant and day = :day and id = :id
            """;

    private static final String WRITE = """
            with mine as (
                insert into developer.call_lease (tenant_id, reseller_id, day, id, leased, used)
                select tenant_id, reseller_id, :day, :id, :leased, :used
                from tenancy.tenant where tenant_id = :tenant
                on conflict (tenant_id, day, id) do update
                    set leased = excluded.leased, used = excluded.used, stated_at = now()
            )
            update developer.call_day set leased = :allLeased, used = :allUsed
            where tenant_id = :tenant and day = :day
            """;

    /** A process that says nothing while it holds something is gone, and with it how much of that it let through. */
    private static final String SILENT = """
            with silent as (
                select id, leased - used as rest from developer.call_lease
                where tenant_id = :tenant and day = :day and id <> :id
                  and used < leased and stated_at < now() - interval '1 minute'
            ), counted as (
                update developer.call_lease lease set used = leased from silent
                where lease.tenant_id = :tenant and lease.day = :day and lease.id = silent.id
            )
            update developer.call_day set used = used + (select sum(rest) from silent)
            where tenant_id = :tenant and day = :day and exists (select from silent)
            """;

    private final DatabaseClient database;

    CallDays(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Where a day stands after a {@link Claim}.
     *
     * @param granted how many were given
     * @param used how many were let through in all processes, as far as they have said
     */
    record Standing(long granted, long used) {}

    /** Leased and used of a day, or of one lease of it. */
    private record Sums(long leased, long used) {

        static final Sums NONE = new Sums(0, 0);

        static Sums read(Readable row) {
            return new Sums(get(row, "leased"), get(row, "used"));
        }
    }

    /** Takes down what a process says and gives it what it wants, if there is that much. */
    Mono<Standing> settle(TenantId tenant, Claim claim) {
        return day(LOCK, tenant, claim.day())
                .map(Sums::read)
                .one()
                .flatMap(all -> day(HELD, tenant, claim.day())
                        .bind("id", claim.lease())
                        .map(Sums::read)
                        .one()
                        .defaultIfEmpty(Sums.NONE)
                        .flatMap(mine -> settle(tenant, claim, all, mine)));
    }

    private Mono<Standing> settle(TenantId tenant, Claim claim, Sums all, Sums mine) {
        long leased = all.leased() - mine.leased() + claim.leased();
        long granted = claim.granted(leased);
        var held = new Sums(claim.leased() + granted, claim.used());
        var sums = new Sums(leased + granted, all.used() - mine.used() + claim.used());
        return Mono.when(held.equals(mine) ? Mono.empty() : write(tenant, claim, held, sums))
                .then(claim.isDenied(granted) ? countSilent(tenant, claim) : Mono.empty())
                .thenReturn(new Standing(granted, sums.used()));
    }

    private Mono<Long> write(TenantId tenant, Claim claim, Sums held, Sums sums) {
        return day(WRITE, tenant, claim.day())
                .bind("id", claim.lease())
                .bind("leased", held.leased())
                .bind("used", held.used())
                .bind("allLeased", sums.leased())
                .bind("allUsed", sums.used())
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> countSilent(TenantId tenant, Claim claim) {
        return day(SILENT, tenant, claim.day())
                .bind("id", claim.lease())
                .fetch()
                .rowsUpdated();
    }

    /** How many were let through on the day, as far as the processes have said; 0 when nothing is known. */
    Mono<Long> used(TenantId tenant, LocalDate day) {
        return day("select leased, used from developer.call_day where tenant_id = :tenant and day = :day", tenant, day)
                .map(Sums::read)
                .one()
                .map(Sums::used)
                .defaultIfEmpty(0L);
    }

    /** Drops the leases of long ago; their sums stay. */
    Mono<Long> forget(TenantId tenant, LocalDate before) {
        return day("delete from developer.call_lease where tenant_id = :tenant and day < :day", tenant, before)
                .fetch()
                .rowsUpdated();
    }

    private GenericExecuteSpec day(String sql, TenantId tenant, LocalDate day) {
        return database.sql(sql).bind("tenant", tenant.value()).bind("day", day);
    }

    private static long get(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
