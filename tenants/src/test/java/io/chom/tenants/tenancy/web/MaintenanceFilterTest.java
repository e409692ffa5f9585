package io.chom.tenants.tenancy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import io.chom.tenants.tenancy.Maintenance;
import io.chom.tenants.tenancy.MaintenanceService;
import io.chom.tenants.tenancy.MaintenanceTime;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** Maintenance as programs see it; here a reseller plays the platform. */
@ApiTest
class MaintenanceFilterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DESCRIPTION = "/api/v1/openapi.json";
    private static final Acting OPERATOR =
            new Acting(Nimbus.ID, Nimbus.ID, new Actor(Actor.Kind.PERSON, "test|operator", Set.of("operator")));

    private final Api api;

    MaintenanceFilterTest(Api api) {
        this.api = api;
    }

    @Autowired
    MaintenanceService service;

    @Autowired
    Maintenance maintenance;

    @Autowired
    Hosts hosts;

    @AfterEach
    void open() {
        as(OPERATOR, service.finish());
        await().atMost(PATIENCE).until(() -> !isClosed(Api.ACME));
    }

    @Test
    void programs_are_told_when_to_come_again_and_the_platform_stays_open() {
        as(OPERATOR, service.begin(MaintenanceTime.HALF));
        await().atMost(PATIENCE).until(() -> isClosed(Api.ACME));

        api.at(Api.ACME)
                .get()
                .uri(DESCRIPTION)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .value(
                        HttpHeaders.RETRY_AFTER,
                        after -> assertThat(Integer.parseInt(after)).isBetween(1700, 1800))
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("maintenance");
        assertThat(isClosed(Api.NIMBUS)).isFalse();
        api.at(Api.NIMBUS).get().uri(DESCRIPTION).exchange().expectStatus().isOk();
        assertThat(as(OPERATOR, service.end())).isNotNull();

        as(OPERATOR, service.finish());
        await().atMost(PATIENCE).until(() -> !isClosed(Api.ACME));
        api.at(Api.ACME).get().uri(DESCRIPTION).exchange().expectStatus().isOk();
        assertThat(as(OPERATOR, service.end())).isNull();
    }

    @Test
    void nobody_but_an_operator_begins_or_ends_it() {
        for (Mono<?> wish : new Mono<?>[] {service.begin(MaintenanceTime.QUARTER), service.finish(), service.end()}) {
            assertThatThrownBy(() -> as(Acme.RESELLER, wish)).hasMessageContaining("forbidden");
        }
        assertThat(isClosed(Api.ACME)).isFalse();
    }

    private boolean isClosed(String host) {
        return maintenance
                .closedUntil(hosts.ownerOf(HostName.of(host)).orElseThrow())
                .isPresent();
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return work.contextWrite(TenantContext.as(acting)).block(PATIENCE);
    }
}
