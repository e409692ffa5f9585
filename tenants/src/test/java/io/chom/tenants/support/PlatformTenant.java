package io.chom.tenants.support;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;

/** The platform itself, without which nobody sells to resellers. */
public final class PlatformTenant {

    private PlatformTenant() {}

    /** Founded by whichever test comes first. */
    public static Tenant of(TenantService tenants) {
        return Objects.requireNonNull(tenants.platform()
                .switchIfEmpty(tenants.foundPlatform(new NewTenant(new Slug("platform"), "Platform", ZoneOffset.UTC)))
                .contextWrite(TenantContext.as(new Acting(Acme.ID, Acme.ID, Actor.job("test"))))
                .block(Duration.ofSeconds(20)));
    }
}
