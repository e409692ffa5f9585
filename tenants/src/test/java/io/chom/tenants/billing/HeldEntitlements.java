package io.chom.tenants.billing;

import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Entitlements in which one tenant is held already, so that asking for it is all that there is to measure. */
public final class HeldEntitlements {

    private static final String SHOP = """
            catalogue: shop
            version: 1
            currency: USD
            meters:
              sites: { name: Sites, unit: sites, aggregation: max, decimals: 0 }
              storage_gb: { name: Storage, unit: GB, aggregation: max, decimals: 2 }
              bandwidth_gb: { name: Bandwidth, unit: GB, aggregation: sum, decimals: 2 }
            plans:
              large:
                name: Large
                price: "9.00"
                entitlements: [resell]
                allowances:
                  sites: { included: 5, enforcement: hard }
                  storage_gb: { included: 10, enforcement: hard }
                  bandwidth_gb: { included: 100, enforcement: hard }
            """;

    private HeldEntitlements() {}

    /** With a plan of three allowances that gives {@code resell}. */
    public static Entitlements of(Acting acting) {
        var reader = new Remembering(CatalogueOf.text(SHOP));
        var entitlements = new Entitlements(new Holdings(reader), reader, asking -> false);
        entitlements.of(acting).block();
        return entitlements;
    }

    /** Reads what it always knew. */
    private static final class Remembering extends EntitledReader {

        private final Catalogues catalogues;

        Remembering(Catalogues catalogues) {
            super(null, null, catalogues, null, null, Clock.systemUTC());
            this.catalogues = catalogues;
        }

        @Override
        Mono<Reading> read(Acting acting) {
            var basis =
                    new Basis(acting.tenant(), bought(acting.tenant(), acting.reseller()), Set.of(Entitlement.RESELL));
            return Mono.just(new Reading(basis, basis.with(new Used(Map.of(), Map.of()), catalogues, now())));
        }

        private Bought bought(TenantId tenant, TenantId reseller) {
            var running = new Subscription(
                    SubscriptionId.next(), tenant, reseller, "shop", 1, "large", 1, ZoneOffset.UTC, Instant.now());
            return Bought.of(running, catalogues, Instant.now());
        }
    }
}
