package io.chom.tenants.billing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.developer.Scope;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What became of usage, over HTTP. */
@ApiTest
class UsageStatesControllerTest {

    private final Api api;

    @Autowired
    TenantService tenants;

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    Clock clock;

    private Acting customer;
    private WebTestClient client;

    UsageStatesControllerTest(Api api) {
        this.api = api;
    }

    @BeforeEach
    void prepare() {
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        client = api.at(Api.ACME, api.key(customer, Scope.USAGE_READ, Scope.USAGE_WRITE));
        subscriptions
                .subscribe(new SubscriptionService.Order("hosting", "starter", ZoneOffset.UTC))
                .contextWrite(TenantContext.as(customer))
                .block(Duration.ofSeconds(10));
    }

    @Test
    void each_event_tells_its_state_and_an_id_may_be_anything_printable() {
        String id = "shop/42 ü?#%2F";
        send(
                event(id, "sites", "4"),
                event("m", "conversations", "2.5"),
                event("r", "cities", "7"),
                event("n", "sites", "-1"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> state(id).expectStatus().isOk());

        state(id)
                .expectBody()
                .json("{\"id\":\"" + id + "\",\"state\":\"counted\",\"meter\":\"sites\",\"quantity\":4}")
                .jsonPath("$.stored_at")
                .exists()
                .jsonPath("$.reason")
                .doesNotExist();
        state("m").expectBody().json("""
                {"id":"m","state":"unmatched","quantity":2.5,"reason":{"code":"usage.not-in-plan"}}
                """);
        state("r").expectBody().json("""
                {"id":"r","state":"rejected","meter":"cities","quantity":7,"reason":{"code":"usage.unknown-meter",
                 "detail":"There is no such meter; GET /api/v1/plans lists those of each plan."}}
                """);
        state("n").expectBody().json("""
                {"id":"n","state":"rejected","quantity":-1,"reason":{"code":"usage.invalid-quantity"}}
                """);
    }

    @Test
    void the_tray_is_paged_and_replayed_once_for_each_key() {
        send(IntStream.range(0, 5).mapToObj(n -> event("e" + n, "cities", "1")).toArray(String[]::new));
        send(event("m", "conversations", "2"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get("/api/v1/usage/unmatched?limit=2")
                        .expectBody()
                        .json("""
                {"dropped":0,"unbilled":[{"meter":"conversations","quantity":2,"reason":{"code":"usage.not-in-plan"}}],
                 "items":[{"state":"rejected","reason":{"code":"usage.unknown-meter"}},{"state":"rejected"}]}
                """)
                        .jsonPath("$.next")
                        .exists());

        replay("again-1").expectStatus().isOk().expectBody().json("{\"taken\":0,\"refused\":5,\"left\":0}");
        replay("again-1")
                .expectHeader()
                .exists("Idempotent-Replayed")
                .expectBody()
                .json("{\"refused\":5}");
        get("/api/v1/usage/unmatched?cursor=nonsense")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"never-sent", "\u0000", "\u202e", " "})
    void what_was_never_sent_is_not_found(String id) {
        state(id).expectStatus().isNotFound().expectBody().jsonPath("$.code").isEqualTo("not-found");
    }

    @Test
    void each_side_needs_its_scope_and_another_tenant_sees_nothing() {
        send(event("mine", "cities", "1"));
        var reader = api.at(Api.ACME, api.key(customer, Scope.USAGE_READ));
        var writer = api.at(Api.ACME, api.key(customer, Scope.USAGE_WRITE));
        var other =
                api.at(Api.ACME, api.key(NewCustomers.of(Acme.RESELLER, tenants), Scope.USAGE_READ, Scope.USAGE_WRITE));

        reader.post()
                .uri("/api/v1/usage/unmatched/replay")
                .exchange()
                .expectStatus()
                .isForbidden();
        writer.get().uri("/api/v1/usage/unmatched").exchange().expectStatus().isForbidden();
        writer.get().uri("/api/v1/usage/events/mine").exchange().expectStatus().isForbidden();
        api.at(Api.ACME)
                .get()
                .uri("/api/v1/usage/events/mine")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        other.get().uri("/api/v1/usage/events/mine").exchange().expectStatus().isNotFound();
        other.get().uri("/api/v1/usage/unmatched").exchange().expectBody().json("{\"items\":[],\"unbilled\":[]}");
        reader.get().uri("/api/v1/usage/events/mine").exchange().expectStatus().isOk();
    }

    private ResponseSpec state(String id) {
        return client.get().uri("/api/v1/usage/events/{id}", id).exchange();
    }

    private ResponseSpec get(String path) {
        return client.get().uri(path).exchange();
    }

    private ResponseSpec replay(String key) {
        return client.post()
                .uri("/api/v1/usage/unmatched/replay")
                .header("Idempotency-Key", key)
                .exchange();
    }

    private void send(String... events) {
        client.post()
                .uri("/api/v1/usage/events")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(java.util.Arrays.stream(events).collect(Collectors.joining(",", "[", "]")))
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isIn(202, 400));
    }

    private String event(String id, String meter, String quantity) {
        return "{\"id\":\"" + id + "\",\"meter\":\"" + meter + "\",\"quantity\":" + quantity + ",\"time\":\""
                + clock.instant() + "\"}";
    }
}
