package io.chom.bench;

import io.chom.tenants.tenancy.HostName;
import io.chom.theming.BrandStylesheet;
import io.chom.theming.BrandTokens;
import io.chom.theming.Look;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What is measured alone. */
@State(Scope.Benchmark)
public class HotCode {

    private final String header = "Portal.Customer-Of-Acme.example:8443";

    /** The first thing that happens to every request. */
    @Benchmark
    public Optional<HostName> hostOfRequest() {
        return HostName.ofHeader(header);
    }

    /** What a reseller waits for while a colour is dragged. */
    @Benchmark
    public BrandStylesheet styleSheetOfBrand() {
        return BrandStylesheet.of(BrandTokens.of(Look.DEFAULT));
    }
}
