package io.chom.portal.preview;

import io.chom.portal.shell.SamplePerson;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.identity.Role;
import io.chom.tenants.platform.TenantId;
import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import io.chom.theming.DemoBrands;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** What is on stage: a brand, a person and how much there is to see. Changed between two page loads. */
public final class Scene {

    /** How much there is to see. */
    public enum Data {
        EMPTY,
        TYPICAL,
        HEAVY,
        LOADING,
        FAILED
    }

    private volatile Brand brand = DemoBrands.acme();
    private volatile SignedIn.Kind kind = SignedIn.Kind.CUSTOMER;
    private volatile Data data = Data.TYPICAL;

    /** Sets the stage. */
    public void set(Brand newBrand, SignedIn.Kind newKind, Data newData) {
        brand = newBrand;
        kind = newKind;
        data = newData;
    }

    BrandAssets assets() {
        return BrandAssets.of(brand);
    }

    Brand brand() {
        return brand;
    }

    SignedIn person() {
        var role = kind == SignedIn.Kind.PLATFORM ? Role.OPERATOR : Role.OWNER;
        var name = switch (kind) {
            case CUSTOMER ->
                data == Data.HEAVY
                        ? "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk GmbH & Co"
                        : "Bluebird Studio";
            case RESELLER, PLATFORM -> brand.name();
        };
        var here = new SignedIn.Organisation(TenantId.next(), name, kind, role);
        var other = new SignedIn.Organisation(TenantId.next(), "Harbour Coffee", SignedIn.Kind.CUSTOMER, Role.MEMBER);
        var assets = assets();
        return new SamplePerson(
                brand.name(),
                assets.logoOnLight().path(),
                assets.logoOnDark().path(),
                kind == SignedIn.Kind.CUSTOMER ? List.of(here, other) : List.of(here));
    }

    /** The answer that fits the stage. */
    public <T> Mono<T> answer(Supplier<T> empty, Supplier<T> typical, Supplier<T> heavy) {
        return switch (data) {
            case EMPTY -> Mono.fromSupplier(empty);
            case TYPICAL -> Mono.fromSupplier(typical);
            case HEAVY -> Mono.fromSupplier(heavy);
            case LOADING -> Mono.never();
            case FAILED -> Mono.error(new IllegalStateException("The stage is set for failure."));
        };
    }
}
