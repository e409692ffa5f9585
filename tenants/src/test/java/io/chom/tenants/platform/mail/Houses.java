package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.domains.DomainService;
import io.chom.tenants.tenancy.domains.DomainState;
import io.chom.theming.Brand;
import io.chom.theming.DemoBrands;
import java.time.Duration;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Mono;

/** Gives the standing resellers a host and a brand, so that their mails have somewhere to lead. */
public final class Houses {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Houses() {}

    /** Both of them; as often as one likes. */
    public static void serve(ApplicationContext context) {
        serve(context, Acme.RESELLER, "acme.localhost", DemoBrands.acme());
        serve(context, Nimbus.RESELLER, "nimbus.localhost", DemoBrands.nimbus());
    }

    private static void serve(ApplicationContext context, Acting reseller, String name, Brand brand) {
        var domains = context.getBean(DomainService.class);
        var host = HostName.of(name);
        Mono.when(domains.add(host), context.getBean(Brands.class).publish(brand))
                .contextWrite(TenantContext.as(reseller))
                .then(domains.move(reseller.tenant(), host, DomainState.VERIFIED)
                        .onErrorComplete()
                        .contextWrite(TenantContext.as(
                                new Acting(reseller.tenant(), reseller.reseller(), Actor.job("test fixture")))))
                .then(domains.makePrimary(host).contextWrite(TenantContext.as(reseller)))
                .block(PATIENCE);
    }
}
