package io.chom.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.domains.DomainService;
import io.chom.tenants.tenancy.domains.DomainState;
import io.chom.theming.DemoBrands;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@LogInTest
class RealmSyncTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Acting JOB = TwoHouses.job(Acme.RESELLER);

    @Autowired
    RealmPlans plans;

    @Autowired
    Houses houses;

    @Autowired
    IdentityProvider provider;

    @Autowired
    LogIns logIns;

    @Autowired
    DomainService domains;

    @Autowired
    Brands brands;

    @Test
    void a_realm_that_is_as_planned_is_left_alone() {
        settled();

        assertThat(bring()).isFalse();
        assertThat(bring()).isFalse();
    }

    @Test
    void a_domain_is_taken_up_and_given_back() throws Exception {
        HostName second = HostName.of("hosting.acme-agency.example");
        act(domains.add(second));
        assertThat(logIns.on(second)).isEmpty();

        act(domains.move(Acme.ID, second, DomainState.VERIFIED));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(logIns.on(second)).isPresent());
        Registration there = logIns.on(second).orElseThrow();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(logInPage(there)).isEqualTo(200));

        act(domains.remove(second));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(logInPage(there)).isEqualTo(400));
        assertThat(logIns.on(second)).isEmpty();
    }

    @Test
    void a_new_brand_shows_on_the_page() throws Exception {
        var page = new Visitor(logIns.on(TwoHouses.ACME).orElseThrow());
        try {
            act(brands.publish(DemoBrands.acme().withName("Acme & Söhne's {House}")));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    page.get(address(page, TwoHouses.ACME)).body())
                            .contains("Acme &amp; Söhne&#39;s {House}"));
        } finally {
            act(brands.publish(DemoBrands.acme()));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                page.get(address(page, TwoHouses.ACME)).body())
                        .contains("Acme Hosting"));
    }

    private void settled() {
        await().atMost(PATIENCE).until(() -> !bring());
    }

    private boolean bring() {
        return Boolean.TRUE.equals(
                houses.find(Acme.ID).flatMap(plans::of).flatMap(provider::bring).block(PATIENCE));
    }

    private int logInPage(Registration at) throws Exception {
        var visitor = new Visitor(at);
        return visitor.get(address(visitor, at.host())).status();
    }

    private java.net.URI address(Visitor visitor, HostName host) {
        return visitor.authorization(Map.of(
                "client_id", Registration.CLIENT,
                "response_type", "code",
                "scope", "openid",
                "redirect_uri", "http://%s:18080/login/oauth2/code/%s".formatted(host, host),
                "state", "s",
                "nonce", "n",
                "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                "code_challenge_method", "S256"));
    }

    private static <T> void act(Mono<T> work) {
        assertThat(work.contextWrite(TenantContext.as(JOB)).block(PATIENCE)).isNotNull();
    }
}
