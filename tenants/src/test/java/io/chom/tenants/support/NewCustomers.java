package io.chom.tenants.support;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.TenantService;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;

/** Customers that only one test knows, so that tests can share a database and count in it. */
public final class NewCustomers {

    private NewCustomers() {}

    /** A new customer of the acting reseller, with the reseller's person acting for it. */
    public static Acting of(Acting reseller, TenantService tenants) {
        String name = Uuids.next().toString();
        return Objects.requireNonNull(tenants.createCustomer(new NewTenant(new Slug(name), name, ZoneId.of("UTC")))
                .map(tenant -> reseller.as(tenant.id(), tenant.reseller()))
                .contextWrite(TenantContext.as(reseller))
                .block(Duration.ofSeconds(10)));
    }
}
