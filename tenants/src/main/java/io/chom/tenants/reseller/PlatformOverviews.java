package io.chom.tenants.reseller;

import io.chom.tenants.billing.CustomerOverview;
import io.chom.tenants.billing.UsageOverviews;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Sums;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.ResellerDirectory;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** How the resellers stand, for the platform's operator. */
@Service
public final class PlatformOverviews {

    private static final Purpose PURPOSE = Purpose.audited("platform overview");

    private final ResellerDirectory resellers;
    private final UsageOverviews overviews;
    private final CrossTenant crossTenant;
    private final Catalogues catalogues;
    private final Clock clock;

    PlatformOverviews(
            ResellerDirectory resellers,
            UsageOverviews overviews,
            CrossTenant crossTenant,
            Catalogues catalogues,
            Clock clock) {
        this.resellers = resellers;
        this.overviews = overviews;
        this.crossTenant = crossTenant;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /** Of all resellers, in three queries that are recorded; needs {@code operator}. */
    public Mono<PlatformOverview> current() {
        return Permission.any("operator")
                .then(Mono.zip(
                        resellers.all(PURPOSE), crossTenant.one(PURPOSE, overviews::ofEverybody), this::overview));
    }

    private PlatformOverview overview(
            List<ResellerDirectory.Entry> entries, Map<TenantId, CustomerOverview> customers) {
        var byReseller = customers.values().stream().collect(Collectors.groupingBy(CustomerOverview::reseller));
        var rows = entries.stream()
                .map(entry -> row(entry, byReseller.getOrDefault(entry.id(), List.of())))
                .toList();
        Sums mrr = Sums.together(
                rows.stream().map(PlatformOverview.ResellerRow::mrr).toList(), catalogues.currency());
        return new PlatformOverview(rows, mrr, clock.instant());
    }

    private PlatformOverview.ResellerRow row(ResellerDirectory.Entry entry, Collection<CustomerOverview> customers) {
        Sums mrr = Sums.of(customers.stream().map(CustomerOverview::mrr), catalogues.currency());
        long near = customers.stream().filter(CustomerOverview::nearLimit).count();
        return new PlatformOverview.ResellerRow(
                entry.id(), entry.name(), entry.host(), entry.status(), entry.customers(), mrr, Math.toIntExact(near));
    }
}
