package io.chom.tenants.tenancy;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** All resellers at a glance, for the platform's operator. */
@Service
public final class ResellerDirectory {

    private static final String ALL = """
            select t.tenant_id, t.name, t.status,
                   coalesce((select d.host from tenancy.domain d
                              where d.tenant_id = t.tenant_id and d.state in ('verified', 'active', 'failing')
                              order by d.is_primary desc, d.created_at, d.host limit 1), '') as host,
                   (select count(*) from tenancy.tenant c
                     where c.reseller_id = t.tenant_id and c.kind = 'customer') as customers
              from tenancy.tenant t
             where t.kind = 'reseller'
             order by t.name, t.tenant_id
            """;

    private final CrossTenant platform;

    ResellerDirectory(CrossTenant platform) {
        this.platform = platform;
    }

    /**
     * One reseller.
     *
     * @param name its name for people
     * @param status {@code active} or {@code suspended}
     * @param host where its portal is served, without port; empty while it is served nowhere
     * @param customers number of its customers
     */
    public record Entry(TenantId id, String name, String status, String host, int customers) {}

    /** All resellers by name, in one query. Needs {@code operator} and is recorded with its purpose. */
    public Mono<List<Entry>> all(Purpose purpose) {
        return Permission.any("operator")
                .flatMap(acting -> platform.many(
                                purpose,
                                database -> database.sql(ALL)
                                        .map(ResellerDirectory::read)
                                        .all())
                        .collectList());
    }

    private static Entry read(Readable row) {
        return new Entry(
                new TenantId(get(row, "tenant_id", UUID.class)),
                get(row, "name", String.class),
                get(row, "status", String.class),
                get(row, "host", String.class),
                get(row, "customers", Integer.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
