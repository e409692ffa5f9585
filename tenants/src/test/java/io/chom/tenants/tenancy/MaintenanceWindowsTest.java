package io.chom.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class MaintenanceWindowsTest extends TenantIsolationContract {

    private static final Instant NOW = Instant.parse("2020-11-22T12:00:00Z");

    @Autowired
    MaintenanceWindows windows;

    @Override
    public String table() {
        return "tenancy.maintenance";
    }

    /** Long past, so that it closes nobody. */
    @Override
    public Publisher<?> write() {
        return TenantContext.require().flatMap(acting -> windows.put(acting, NOW));
    }

    @AfterEach
    void nothing_stays_behind() {
        for (Acting acting : List.of(Acme.RESELLER, Acme.BAKERY, Nimbus.RESELLER, Nimbus.STUDIO)) {
            As.one(transactions, acting, windows.remove(acting));
        }
    }

    @Test
    void a_forgotten_maintenance_opens_the_doors_by_itself() {
        var clock = new MovableClock(NOW);
        var maintenance = new Maintenance(windows, clock);
        var acme = new BrandOwner(Acme.ID, "acme", HostName.of("acme.localhost"));
        As.one(transactions, Nimbus.RESELLER, windows.put(Nimbus.RESELLER, NOW.plusSeconds(60)));
        maintenance.changed("").block(Duration.ofSeconds(20));

        assertThat(maintenance.closedUntil(acme)).contains(NOW.plusSeconds(60));
        clock.move(Duration.ofSeconds(60));
        assertThat(maintenance.closedUntil(acme)).isEmpty();
    }
}
