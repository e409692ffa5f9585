package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HostName;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds across all brand owners which domains are to be checked, and who else waits for a host. */
@Repository
class DueDomains {

    private static final Purpose CHECKS = Purpose.routine("domain checks");

    private static final String TAKE = """
            update tenancy.domain d set next_check = :until
              from (select tenant_id, host from tenancy.domain
                     where next_check <= :now and state <> 'removed'
                     order by next_check limit :most for update skip locked) due
             where d.tenant_id = due.tenant_id and d.host = due.host
            returning d.tenant_id, d.host
            """;

    private final CrossTenant platform;

    DueDomains(CrossTenant platform) {
        this.platform = platform;
    }

    /** A domain that is to be checked. */
    record Due(TenantId reseller, HostName host) {}

    /**
     * Takes domains whose check is due, those that wait longest first; nobody else gets them before the lease is over.
     *
     * @param most at most so many
     */
    Flux<Due> take(int most, Instant now, Duration lease) {
        return platform.take(
                CHECKS,
                TAKE,
                most,
                now,
                lease,
                row -> new Due(
                        new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))),
                        new HostName(Objects.requireNonNull(row.get("host", String.class)))));
    }

    /** Whether somebody other than the tenant has proven the host and waits for it. */
    Mono<Boolean> isContested(Due domain) {
        return platform.one(
                CHECKS,
                database -> database.sql("""
                        select exists(select from tenancy.domain where host = :host and tenant_id <> :tenant and is_held)
                        """)
                        .bind("host", domain.host().value())
                        .bind("tenant", domain.reseller().value())
                        .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                        .one());
    }

    /** Has the served claim to the host checked at this moment, because somebody else has proven it. */
    Mono<Void> doubt(HostName host, Instant now) {
        return platform.one(
                        CHECKS,
                        database -> database.sql("""
                        update tenancy.domain set next_check = :now
                         where host = :host and state in ('verified', 'active', 'failing') and next_check is not null
                        """)
                                .bind("now", now)
                                .bind("host", host.value())
                                .fetch()
                                .rowsUpdated())
                .then();
    }
}
