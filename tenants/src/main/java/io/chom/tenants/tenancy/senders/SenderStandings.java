package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.dns.DomainReport;
import io.chom.tenants.tenancy.dns.SendingIdentity;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** How the own address of the acting brand owner stands. */
@Repository
class SenderStandings {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String COLUMNS = """
            select tenant_id, address, host is null as through_us, key_selector, key_public,
                   coalesce(verified_domain = split_part(address, '@', 2), false) as is_proved,
                   watched_at, next_check, misses, report
              from tenancy.mail_sender
            """;

    private final DatabaseClient database;

    SenderStandings(DatabaseClient database) {
        this.database = database;
    }

    /** Empty while the owner has no address of its own. */
    Mono<SenderStanding> find(TenantId owner) {
        return database.sql(COLUMNS + "where tenant_id = :owner and next_check is not null")
                .bind("owner", owner.value())
                .map(SenderStandings::map)
                .one();
    }

    /**
     * How the address stands now that a check of it has ended, held until the transaction ends, so that of two checks that
     * saw it as it was before either of them the second one goes on from where the first one left it. Empty if it is not
     * the address that was checked, or if a check that asked later was faster.
     *
     * @param at when the name servers were asked
     */
    Mono<SenderStanding> hold(SenderStanding seen, Instant at) {
        return database.sql(COLUMNS + """
                         where tenant_id = :owner and address = :address and next_check is not null
                           and (checked_at is null or checked_at <= :at)
                           for update
                        """)
                .bind("owner", seen.owner().value())
                .bind("address", seen.address().value())
                .bind("at", at)
                .map(SenderStandings::map)
                .one();
    }

    /** Has the address checked at this moment, because somebody waits for it; tells whether there is one. */
    Mono<Boolean> watch(TenantId owner, Instant now) {
        return database.sql("""
                        update tenancy.mail_sender set watched_at = :now, next_check = :now
                         where tenant_id = :owner and address is not null and key_selector is not null
                        """)
                .bind("now", now)
                .bind("owner", owner.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Forgets what was found for another address, and the proof of another domain. */
    Mono<Void> forget(TenantId owner) {
        return database.sql("""
                        update tenancy.mail_sender
                           set next_check = null, watched_at = null, misses = 0, checked_at = null, report = null,
                               verified_domain = case when proof.stays then verified_domain end,
                               verified_at = case when proof.stays then verified_at end,
                               evidence = case when proof.stays then evidence else '' end
                          from (select coalesce(verified_domain = split_part(address, '@', 2), false) as stays
                                  from tenancy.mail_sender where tenant_id = :owner) proof
                         where tenant_id = :owner
                        """).bind("owner", owner.value()).then();
    }

    /** Writes what a check found, for an address that is {@linkplain #hold held}. */
    Mono<Void> record(SenderStanding held, SenderStep step, DomainReport report) {
        return database.sql("""
                        update tenancy.mail_sender
                           set misses = :misses, next_check = :next, checked_at = :checked, report = :report
                         where tenant_id = :owner
                        """)
                .bind("misses", step.misses())
                .bind("next", step.nextCheck())
                .bind("checked", report.at())
                .bind("report", Json.of(JSON.writeValueAsBytes(report)))
                .bind("owner", held.owner().value())
                .then();
    }

    private static SenderStanding map(Readable row) {
        return new SenderStanding(
                new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))),
                new EmailAddress(Objects.requireNonNull(row.get("address", String.class))),
                new SendingIdentity(
                        Boolean.TRUE.equals(row.get("through_us", Boolean.class)),
                        Objects.requireNonNull(row.get("key_selector", String.class)),
                        Objects.requireNonNull(row.get("key_public", String.class))),
                Boolean.TRUE.equals(row.get("is_proved", Boolean.class)),
                Objects.requireNonNull(row.get("watched_at", Instant.class)),
                Objects.requireNonNull(row.get("next_check", Instant.class)),
                Objects.requireNonNull(row.get("misses", Integer.class)),
                report(row.get("report", Json.class)));
    }

    private static @Nullable DomainReport report(@Nullable Json stored) {
        return stored == null ? null : JSON.readValue(stored.asArray(), DomainReport.class);
    }
}
