package io.chom.tenants.tenancy;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import io.chom.theming.Brand;
import io.chom.theming.DemoBrands;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@TenantsTest
class BrandVersionsTest extends TenantIsolationContract {

    private static final Brand BRAND = DemoBrands.acme();

    @Autowired
    BrandVersions subject;

    @Override
    public String table() {
        return "tenancy.brand";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require().flatMap(acting -> subject.add(acting, BRAND));
    }

    @Override
    public Flux<?> read() {
        return TenantContext.require().flatMapMany(acting -> subject.newest(acting.tenant()));
    }
}
