package io.chom.tenants.identity;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.domains.Domain;
import io.chom.tenants.tenancy.domains.DomainService;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Works out what a brand owner's realm is to look like at present. */
@Component
class RealmPlans {

    private static final Comparator<Domain> PRIMARY_FIRST =
            Comparator.comparing(Domain::primary).reversed().thenComparing(Domain::host);

    private final DomainService domains;
    private final Brands brands;

    RealmPlans(DomainService domains, Brands brands) {
        this.domains = domains;
        this.brands = brands;
    }

    /** The plan; empty for a brand owner without a served host, where nobody could log in. */
    Mono<RealmPlan> of(Tenant house) {
        return domains.list()
                .contextWrite(TenantContext.as(Houses.acting(house.id())))
                .filter(domain -> domain.state().isServed())
                .sort(PRIMARY_FIRST)
                .map(Domain::host)
                .collectList()
                .filter(hosts -> !hosts.isEmpty())
                .map(hosts -> plan(house, hosts));
    }

    private RealmPlan plan(Tenant house, List<HostName> hosts) {
        return new RealmPlan(
                RealmName.of(house.slug()),
                brands.of(house.id()),
                hosts.getFirst(),
                hosts.stream().collect(Collectors.toCollection(TreeSet::new)));
    }
}
