package io.chom.bench;

import io.chom.tenants.billing.Entitlements;
import io.chom.tenants.billing.HeldEntitlements;
import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.support.Acme;
import io.chom.tenants.tenancy.HostName;
import io.chom.theming.BrandStylesheet;
import io.chom.theming.BrandTokens;
import io.chom.theming.Look;
import java.math.BigDecimal;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What is measured alone. */
@State(Scope.Benchmark)
public class HotCode {

    private final String header = "Portal.Customer-Of-Acme.example:8443";
    private final Acting acting = Acme.BAKERY;
    private final Entitlements entitlements = HeldEntitlements.of(acting);
    private final MeterId bandwidth = new MeterId("bandwidth_gb");

    /** The first thing that happens to every request. */
    @Benchmark
    public Optional<HostName> hostOfRequest() {
        return HostName.ofHeader(header);
    }

    /** Before anything that a plan limits is done. */
    @Benchmark
    public boolean entitlementFromMemory() {
        return entitlements
                .held(acting)
                .filter(held ->
                        held.may(Entitlement.RESELL) && held.left(bandwidth).permits(BigDecimal.ONE))
                .isPresent();
    }

    /** What a reseller waits for while a colour is dragged. */
    @Benchmark
    public BrandStylesheet styleSheetOfBrand() {
        return BrandStylesheet.of(BrandTokens.of(Look.DEFAULT));
    }
}
