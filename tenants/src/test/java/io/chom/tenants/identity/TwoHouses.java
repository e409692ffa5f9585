package io.chom.tenants.identity;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.tenancy.domains.DomainService;
import io.chom.tenants.tenancy.domains.DomainState;
import io.chom.theming.Brand;
import io.chom.theming.DemoBrands;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/** Gives the standing resellers a host and a brand, and waits until people can log in there. */
final class TwoHouses implements SmartLifecycle {

    static final HostName ACME = HostName.of("acme.localhost");
    static final HostName NIMBUS = HostName.of("nimbus.localhost");

    /** Keycloak's software is unpacked and built when it was never used on this machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final TenantService tenants;
    private final DomainService domains;
    private final Brands brands;
    private final LogIns logIns;
    private boolean running;

    TwoHouses(TenantService tenants, DomainService domains, Brands brands, LogIns logIns) {
        this.tenants = tenants;
        this.domains = domains;
        this.brands = brands;
        this.logIns = logIns;
    }

    static Acting job(Acting house) {
        return new Acting(house.tenant(), house.reseller(), Actor.job("test"));
    }

    @Override
    public void start() {
        running = true;
        PlatformTenant.of(tenants);
        open(Acme.RESELLER, ACME, DemoBrands.acme())
                .then(open(Nimbus.RESELLER, NIMBUS, DemoBrands.nimbus()))
                .block(Duration.ofSeconds(30));
        await();
    }

    private Mono<Void> open(Acting house, HostName host, Brand brand) {
        return domains.add(host)
                .filter(domain -> domain.state() == DomainState.PENDING)
                .flatMap(domain -> domains.move(house.tenant(), host, DomainState.VERIFIED))
                .then(brands.publish(brand))
                .then()
                .contextWrite(TenantContext.as(job(house)));
    }

    private void await() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (logIns.on(ACME).isEmpty() || logIns.on(NIMBUS).isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The realms are not there after " + PATIENCE);
            }
            Mono.delay(Duration.ofMillis(200)).block();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
