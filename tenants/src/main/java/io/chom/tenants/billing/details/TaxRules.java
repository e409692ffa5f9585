package io.chom.tenants.billing.details;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what tax sellers charge buyers. Neither side sees the other's details by that. */
@Component
public class TaxRules {

    private static final Purpose DRAFT = Purpose.routine("tax of a draft");

    private final CrossTenant crossTenant;
    private final TenantService tenants;

    TaxRules(CrossTenant crossTenant, TenantService tenants) {
        this.crossTenant = crossTenant;
        this.tenants = tenants;
    }

    /** What some tenants have told of themselves. */
    public record Known(Map<TenantId, Profile> profiles) {

        /** What a seller charges a buyer; empty where the seller has told nothing, and charges no tax. */
        public Optional<TaxRule> rule(TenantId seller, TenantId buyer) {
            var bought = Optional.ofNullable(profiles.get(buyer)).map(Profile::details);
            return Optional.ofNullable(profiles.get(seller)).map(sold -> TaxRule.of(sold, bought.orElse(null)));
        }
    }

    /** What the acting tenant would be charged by whoever sells to it; empty where that is no tax. */
    public Mono<Optional<TaxRule>> current() {
        return TenantContext.require()
                .flatMap(acting -> seller(acting).flatMap(seller -> now(seller, acting.tenant())))
                .defaultIfEmpty(Optional.empty());
    }

    /** A brand owner sells to its customers; the platform sells to brand owners. */
    private Mono<TenantId> seller(Acting acting) {
        return acting.isReseller() ? tenants.platform().map(Tenant::id) : Mono.just(acting.reseller());
    }

    private Mono<Optional<TaxRule>> now(TenantId seller, TenantId buyer) {
        return crossTenant.one(
                DRAFT,
                platform -> new Profiles(platform)
                        .of(List.of(seller, buyer))
                        .map(found -> new Known(found).rule(seller, buyer)));
    }

    /**
     * What is known of these, as it stays until the end of the transaction.
     *
     * @param platform the client of a cross-tenant transaction
     */
    public static Mono<Known> held(DatabaseClient platform, Collection<TenantId> tenants) {
        return new Profiles(platform).held(tenants).map(Known::new);
    }
}
