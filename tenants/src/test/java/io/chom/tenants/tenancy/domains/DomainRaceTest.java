package io.chom.tenants.tenancy.domains;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.TenantService;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@TenantsTest
class DomainRaceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    TenantService tenants;

    @Autowired
    DomainService domains;

    @Test
    void of_a_hundred_who_prove_one_name_at_once_one_has_it() {
        var host = HostName.of("h" + Uuids.next() + ".example");
        List<TenantId> claimants =
                IntStream.range(0, 100).mapToObj(n -> claimant(host)).toList();

        var verified = moved(claimants, host, DomainState.VERIFIED);

        assertThat(verified).hasSize(1);
        assertThat(claimants)
                .filteredOn(one -> states(one).contains(DomainState.VERIFIED))
                .isEqualTo(verified);
        assertThat(moved(claimants, host, DomainState.REMOVED))
                .as("nobody checks them any more")
                .hasSize(100);
    }

    /** Those who could take the step, all at once. */
    private List<TenantId> moved(List<TenantId> claimants, HostName host, DomainState next) {
        return Flux.fromIterable(claimants)
                .flatMap(
                        one -> domains.move(one, host, next)
                                .contextWrite(TenantContext.as(new Acting(one, one, Actor.job("test"))))
                                .map(domain -> one)
                                .onErrorResume(Refused.class, refused -> Mono.empty()),
                        100)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private TenantId claimant(HostName host) {
        var job = new Acting(Acme.ID, Acme.ID, Actor.job("test"));
        var slug = new Slug("c" + Long.toString(System.nanoTime(), 36));
        var made = as(job, tenants.createReseller(new NewTenant(slug, "Claimant", ZoneOffset.UTC)));
        as(new Acting(made.id(), made.id(), Actor.job("test")), domains.add(host));
        return made.id();
    }

    private List<DomainState> states(TenantId claimant) {
        return as(
                new Acting(claimant, claimant, Acme.RESELLER.actor()),
                domains.list().map(Domain::state).collectList());
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(PATIENCE));
    }
}
