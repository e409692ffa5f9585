package io.chom.tenants.tenancy;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Follower;
import io.chom.tenants.platform.TenantId;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who may not be used at present, answered from memory; a change reaches every process within a second. */
@Component
public class Suspensions implements Follower {

    static final String CHANNEL = "tenant_changed";

    private static final Purpose SUSPENDED = Purpose.routine("suspended tenants");

    private final CrossTenant platform;
    private volatile Set<TenantId> suspended = Set.of();

    Suspensions(CrossTenant platform) {
        this.platform = platform;
    }

    /** Whether the tenant, or the reseller whose brand it is served under, is suspended. Anybody may ask. */
    public boolean stop(TenantId tenant, TenantId reseller) {
        return suspended.contains(tenant) || suspended.contains(reseller);
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    /** Reads them all whatever the body says: they are few, and a set that is replaced is never half right. */
    @Override
    public Mono<Void> changed(String body) {
        return platform.many(
                        SUSPENDED,
                        database -> database.sql("select tenant_id from tenancy.tenant where status = 'suspended'")
                                .map(row -> new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))))
                                .all())
                .collect(Collectors.toUnmodifiableSet())
                .doOnNext(all -> suspended = all)
                .then();
    }
}
