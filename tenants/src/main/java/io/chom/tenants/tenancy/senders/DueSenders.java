package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Finds across all brand owners whose address is to be checked. */
@Repository
class DueSenders {

    private static final Purpose CHECKS = Purpose.routine("sender checks");

    private static final String TAKE = """
            update tenancy.mail_sender s set next_check = :until
              from (select tenant_id from tenancy.mail_sender
                     where next_check <= :now
                     order by next_check limit :most for update skip locked) due
             where s.tenant_id = due.tenant_id
            returning s.tenant_id
            """;

    private final CrossTenant platform;

    DueSenders(CrossTenant platform) {
        this.platform = platform;
    }

    /** Takes owners whose check is due, those that wait longest first; nobody else gets them before the lease is over. */
    Flux<TenantId> take(int most, Instant now, Duration lease) {
        return platform.take(
                CHECKS,
                TAKE,
                most,
                now,
                lease,
                row -> new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))));
    }
}
