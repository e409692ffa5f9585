package io.chom.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.domains.Domain;
import io.chom.tenants.tenancy.domains.DomainService;
import io.chom.tenants.tenancy.domains.DomainState;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@TenantsTest
class HostsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MANY = 100_000;

    @Autowired
    Hosts hosts;

    @Autowired
    DomainService domains;

    @Autowired
    CrossTenant platform;

    @Autowired
    MeterRegistry meters;

    @Test
    void a_host_is_served_within_a_second_of_its_proof_and_no_longer_than_a_second_after_its_return() {
        var host = fresh();
        add(Acme.RESELLER, host);
        assertThat(hosts.ownerOf(host)).isEmpty();

        move(Acme.RESELLER, host, DomainState.VERIFIED);
        within(Duration.ofSeconds(1), () -> hosts.ownerOf(host).isPresent());
        assertThat(hosts.ownerOf(host).orElseThrow().slug()).isEqualTo("acme");
        assertThat(hosts.ownerOf(host).orElseThrow().reseller()).isEqualTo(Acme.ID);

        as(Acme.RESELLER, domains.remove(host));
        within(Duration.ofSeconds(1), () -> hosts.ownerOf(host).isEmpty());
    }

    @Test
    void the_primary_host_changes_for_all_hosts_of_the_reseller() {
        var first = fresh();
        var second = fresh();
        for (var host : new HostName[] {first, second}) {
            add(Nimbus.RESELLER, host);
            move(Nimbus.RESELLER, host, DomainState.VERIFIED);
        }
        as(Nimbus.RESELLER, domains.makePrimary(second));
        within(
                Duration.ofSeconds(1),
                () -> hosts.ownerOf(first)
                        .filter(owner -> owner.primaryHost().equals(second))
                        .isPresent());
        as(Nimbus.RESELLER, domains.remove(second));
        within(
                Duration.ofSeconds(1),
                () -> hosts.ownerOf(first)
                        .filter(owner -> !owner.primaryHost().equals(second))
                        .isPresent());
    }

    @Test
    void asking_for_a_host_of_anothers_looks_like_asking_for_a_free_one_and_never_serves_it() {
        var host = fresh();
        add(Acme.RESELLER, host);
        move(Acme.RESELLER, host, DomainState.VERIFIED);

        var taken = add(Nimbus.RESELLER, host);
        var free = add(Nimbus.RESELLER, fresh());
        assertThat(taken.state()).isEqualTo(free.state()).isEqualTo(DomainState.PENDING);

        assertThatThrownBy(() -> move(Nimbus.RESELLER, host, DomainState.VERIFIED))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("domain.unavailable")
                .hasMessageNotContaining(host.value());
        assertThat(hosts.ownerOf(host).orElseThrow().reseller()).isEqualTo(Acme.ID);
    }

    @Test
    void a_step_that_may_not_follow_and_an_actor_who_may_not_take_it_are_refused() {
        var host = fresh();
        add(Acme.RESELLER, host);
        assertThatThrownBy(() -> move(Acme.RESELLER, host, DomainState.ACTIVE))
                .hasMessageContaining("domain.illegal-step");
        assertThatThrownBy(() -> as(Acme.RESELLER, domains.move(Acme.ID, host, DomainState.VERIFIED)))
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> as(Acme.BAKERY, domains.add(fresh()))).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> move(Nimbus.RESELLER, host, DomainState.VERIFIED))
                .hasMessageContaining("not-found");
    }

    @Test
    void a_hundred_thousand_hosts_fit_into_64_megabytes_and_answer_without_a_query() {
        try {
            insertMany();
            long before = usedAfterCollection();
            hosts.changed(Broadcast.RESYNC).block(PATIENCE);
            long used = usedAfterCollection() - before;
            System.out.println("100,000 hosts take " + used / 1_000_000.0 + " MB");
            assertThat(hosts.size()).isGreaterThanOrEqualTo(MANY);
            assertThat(used).isLessThan(64_000_000);

            double queries = queries();
            for (int i = 1; i <= MANY; i++) {
                assertThat(hosts.ownerOf(new HostName("many" + i + ".example"))).isPresent();
                assertThat(hosts.ownerOf(new HostName("nobody" + i + ".example")))
                        .isEmpty();
            }
            assertThat(queries()).isEqualTo(queries);
        } finally {
            run("delete from tenancy.domain where host like 'many%.example'");
            run("delete from tenancy.tenant where slug like 'many-%'");
            hosts.changed(Broadcast.RESYNC).block(PATIENCE);
        }
    }

    /** A thousand resellers with a hundred hosts each. */
    private void insertMany() {
        run("""
                insert into tenancy.tenant (tenant_id, reseller_id, kind, slug, name)
                select id, id, 'reseller', 'many-' || n, 'Many ' || n
                  from (select n, ('01900000-0000-7000-8001-' || lpad(n::text, 12, '0'))::uuid as id
                          from generate_series(0, 999) n) one
                on conflict do nothing
                """);
        run("""
                insert into tenancy.domain (tenant_id, reseller_id, host, state, certificate_from)
                select tenant_id, tenant_id, 'many' || n || '.example', 'active', now()
                  from generate_series(1, %d) n join tenancy.tenant on slug = 'many-' || n %% 1000
                on conflict do nothing
                """.formatted(MANY));
    }

    private void run(String sql) {
        platform.one(
                        Purpose.routine("test"),
                        database -> database.sql("set local statement_timeout = 0")
                                .then()
                                .then(database.sql(sql).fetch().rowsUpdated()))
                .block(PATIENCE);
    }

    private double queries() {
        return meters.counter("chom.cross_tenant", "purpose", "host directory").count();
    }

    private static long usedAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static HostName fresh() {
        return HostName.of("h" + Uuids.next() + ".example");
    }

    private Domain add(Acting reseller, HostName host) {
        return as(reseller, domains.add(host));
    }

    private Domain move(Acting reseller, HostName host, DomainState next) {
        var job = new Acting(reseller.tenant(), reseller.reseller(), Actor.job("test"));
        return as(job, domains.move(reseller.tenant(), host, next));
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return work.contextWrite(TenantContext.as(acting)).block(PATIENCE);
    }

    private static void within(Duration time, BooleanSupplier wanted) {
        long end = System.nanoTime() + time.toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
