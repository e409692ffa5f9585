package io.chom.tenants.reseller;

import io.chom.tenants.billing.CustomerOverview;
import io.chom.tenants.billing.UsageOverviews;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Page;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Sums;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.UsageRights;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** How a reseller's customers stand. */
@Service
public final class ResellerDashboards {

    private static final int PAGE = 200;

    private final TenantService tenants;
    private final UsageOverviews overviews;
    private final Catalogues catalogues;
    private final Clock clock;

    ResellerDashboards(TenantService tenants, UsageOverviews overviews, Catalogues catalogues, Clock clock) {
        this.tenants = tenants;
        this.overviews = overviews;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /** Of the acting reseller, in a handful of queries however many customers it has; needs {@code usage:read}. */
    public Mono<ResellerDashboard> current() {
        return UsageRights.reader()
                .filter(Acting::isReseller)
                .switchIfEmpty(Permission.denied())
                .then(Mono.zip(customers(), overviews.ofCustomers(), this::dashboard));
    }

    private Mono<List<Tenant>> customers() {
        return tenants.customers(null, PAGE)
                .expand(page -> page.next() == null ? Mono.empty() : tenants.customers(page.next(), PAGE))
                .flatMapIterable(Page::items)
                .collectSortedList(Comparator.comparing(Tenant::name).thenComparing(Tenant::id));
    }

    private ResellerDashboard dashboard(List<Tenant> customers, Map<TenantId, CustomerOverview> overviews) {
        Money none = Money.zero(catalogues.currency());
        var rows = customers.stream()
                .map(customer -> row(customer, overviews.get(customer.id()), none))
                .toList();
        Sums mrr = Sums.of(overviews.values().stream().map(CustomerOverview::mrr), catalogues.currency());
        long near =
                overviews.values().stream().filter(CustomerOverview::nearLimit).count();
        return new ResellerDashboard(rows, mrr, Math.toIntExact(near), clock.instant());
    }

    private static ResellerDashboard.CustomerRow row(Tenant customer, @Nullable CustomerOverview found, Money none) {
        String status = customer.status().name().toLowerCase(Locale.ROOT);
        return found == null
                ? new ResellerDashboard.CustomerRow(
                        customer.id(), customer.name(), status, "No plan yet", none, List.of())
                : new ResellerDashboard.CustomerRow(
                        customer.id(),
                        customer.name(),
                        status,
                        found.overview().plan().name(),
                        found.mrr(),
                        found.overview().meters());
    }
}
