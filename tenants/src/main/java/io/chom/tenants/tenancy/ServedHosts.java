package io.chom.tenants.tenancy;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads the directory of served hosts across all resellers. */
@Repository
class ServedHosts {

    private static final Purpose DIRECTORY = Purpose.routine("host directory");

    private static final String SERVED = """
            select d.host, t.tenant_id, t.slug, d.certificate_from is not null as is_certified,
                   first_value(d.host) over (partition by d.tenant_id
                                             order by d.is_primary desc, d.created_at, d.host) as primary_host
              from tenancy.domain d
              join tenancy.tenant t on t.tenant_id = d.tenant_id
             where d.state in ('verified', 'active', 'failing')
            """;

    private static final String BESIDES = SERVED + """
               and d.tenant_id in (select o.tenant_id from tenancy.domain o where o.host = :host)
            """;

    private final CrossTenant platform;

    ServedHosts(CrossTenant platform) {
        this.platform = platform;
    }

    /**
     * A host and whose brand it shows.
     *
     * @param isCertified whether the edge may get a certificate for it
     */
    record Served(HostName host, BrandOwner owner, boolean isCertified) {}

    /** Every served host; those of one reseller share one owner. */
    Flux<Served> all() {
        return Flux.defer(() -> {
            var shared = new Owners();
            return platform.many(
                    DIRECTORY, database -> database.sql(SERVED).map(shared::map).all());
        });
    }

    /** The served hosts of everybody who has, or had, something to do with this host. */
    Flux<Served> besides(HostName host) {
        return Flux.defer(() -> {
            var shared = new Owners();
            return platform.many(
                    DIRECTORY,
                    database -> database.sql(BESIDES)
                            .bind("host", host.value())
                            .map(shared::map)
                            .all());
        });
    }

    /** Keeps one object per owner and per name: a hundred thousand hosts are to stay small. */
    private static final class Owners {

        private final Map<UUID, BrandOwner> known = new HashMap<>();

        Served map(Readable row) {
            BrandOwner owner = known.computeIfAbsent(
                    Objects.requireNonNull(row.get("tenant_id", UUID.class)), id -> owner(id, row));
            HostName host = new HostName(Objects.requireNonNull(row.get("host", String.class)));
            return new Served(
                    host.equals(owner.primaryHost()) ? owner.primaryHost() : host,
                    owner,
                    Boolean.TRUE.equals(row.get("is_certified", Boolean.class)));
        }

        private static BrandOwner owner(UUID id, Readable row) {
            return new BrandOwner(
                    new TenantId(id),
                    Objects.requireNonNull(row.get("slug", String.class)),
                    new HostName(Objects.requireNonNull(row.get("primary_host", String.class))));
        }
    }
}
