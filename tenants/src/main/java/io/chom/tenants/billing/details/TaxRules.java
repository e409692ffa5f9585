package io.chom.tenants.billing.details;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what tax sellers charge buyers. Neither side sees the other's details by that. */
@Component
public class TaxRules {

    private static final Purpose DRAFT = Purpose.routine("tax of a draft");

    private final CrossTenant crossTenant;

    TaxRules(CrossTenant crossTenant) {
        this.crossTenant = crossTenant;
    }

    /** What some tenants have told of themselves. */
    public record Known(Map<TenantId, Profile> profiles) {

        /** What a seller charges a buyer; empty where the seller has told nothing, and charges no tax. */
        public Optional<TaxRule> rule(TenantId seller, TenantId buyer) {
            var bought = Optional.ofNullable(profiles.get(buyer)).map(Profile::details);
            return Optional.ofNullable(profiles.get(seller)).map(sold -> TaxRule.of(sold, bought.orElse(null)));
        }
    }

    /** What a seller would charge a buyer now, or empty. */
    public Mono<Optional<TaxRule>> now(TenantId seller, TenantId buyer) {
        return crossTenant.one(
                DRAFT,
                platform -> new Profiles(platform)
                        .of(Set.of(seller, buyer))
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
