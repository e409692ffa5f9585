package io.chom.tenants.developer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.developer.Scope;
import io.chom.tenants.developer.calls.ApiPlanService;
import io.chom.tenants.developer.calls.CallLimits;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.tenancy.TenantService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Limits and the log of calls over HTTP. */
@ApiTest
class CallControllerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api api;

    @Autowired
    TenantService tenants;

    @Autowired
    ApiPlanService plans;

    @Autowired
    CallLimits limits;

    private Acting customer;
    private WebTestClient client;

    CallControllerTest(Api api) {
        this.api = api;
    }

    @BeforeEach
    void prepare() {
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        client = api.at(Api.ACME, api.key(customer, Scope.USAGE_READ));
    }

    @Test
    void over_the_limit_of_the_day_a_call_is_refused_with_the_limit_and_its_end() {
        choose("starter");
        assertThat(get("/api/v1/me", 200)).contains("usage:read");
        take(998);
        assertThat(json("/api/v1/limits").at("/calls/limit").asInt()).isEqualTo(1_000);

        var refused = client.get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("calls.exhausted")
                .jsonPath("$.limit")
                .isEqualTo(1_000)
                .returnResult();

        long wait = Long.parseLong(refused.getResponseHeaders().getFirst("Retry-After"));
        assertThat(wait).isBetween(1L, 86_400L);
        var resetAt = Instant.parse(JsonMapper.shared()
                .readTree(refused.getResponseBody())
                .at("/reset_at")
                .asString());
        assertThat(Duration.between(Instant.now(), resetAt))
                .isBetween(Duration.ofSeconds(wait - 30), Duration.ofSeconds(wait + 30));
        assertThat(api.at(Api.ACME, api.key(Acme.FLORIST, Scope.USAGE_READ))
                        .get()
                        .uri("/api/v1/me")
                        .exchange()
                        .expectStatus()
                        .isOk())
                .isNotNull();

        choose("enterprise");
        await().atMost(Duration.ofSeconds(1))
                .until(() -> client.get()
                        .uri("/api/v1/me")
                        .exchange()
                        .returnResult(Void.class)
                        .getStatus()
                        .is2xxSuccessful());
        await().atMost(Duration.ofSeconds(5)).until(() -> sum("other", "errors") >= 1);
    }

    @Test
    void limits_tell_what_is_left_of_the_day() {
        choose("starter");
        take(10);

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            var calls = json("/api/v1/limits").at("/calls");
            assertThat(calls.at("/plan").asString()).isEqualTo("starter");
            assertThat(calls.at("/used").asInt()).isGreaterThanOrEqualTo(11);
            assertThat(calls.at("/used").asInt() + calls.at("/remaining").asInt())
                    .isEqualTo(1_000);
            assertThat(Instant.parse(calls.at("/reset_at").asString())).isAfter(Instant.now());
        });
    }

    @Test
    void without_a_plan_calls_are_counted_and_not_limited() {
        get("/api/v1/me", 200);
        get("/api/v1/me", 200);

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            var calls = json("/api/v1/limits").at("/calls");
            assertThat(calls.at("/used").asInt()).isGreaterThanOrEqualTo(3);
            assertThat(calls.propertyNames()).containsExactlyInAnyOrder("used", "reset_at");
        });
    }

    @Test
    void calls_are_listed_by_route_with_errors_and_times_and_shown_to_nobody_else() {
        for (int i = 0; i < 3; i++) {
            get("/api/v1/me", 200);
            get("/api/v1/nothing/" + i, 404);
        }
        get("/api/v1/keys", 403);

        await().atMost(Duration.ofSeconds(5))
                .until(() -> calls("GET /api/v1/keys").size() == 1);
        assertThat(sum("GET /api/v1/me", "calls")).isEqualTo(3);
        assertThat(sum("GET /api/v1/me", "errors")).isZero();
        assertThat(sum("GET /api/v1/keys", "errors")).isEqualTo(1);
        assertThat(sum("other", "calls")).isEqualTo(3);
        var me = calls("GET /api/v1/me").getFirst();
        assertThat(me.at("/average_ms").asDouble()).isPositive();
        assertThat(me.at("/max_ms").asDouble())
                .isGreaterThanOrEqualTo(me.at("/average_ms").asDouble());
        assertThat(Instant.parse(me.at("/hour").asString()).getEpochSecond() % 3_600)
                .isZero();

        var foreign = NewCustomers.of(Nimbus.RESELLER, tenants);
        var stranger = api.at(Api.NIMBUS, api.key(foreign, Scope.USAGE_READ));
        assertThat(stranger.get()
                        .uri("/api/v1/calls")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("\"items\":[]");
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        get("/api/v1/me", 200);
        get("/api/v1/plans", 200);
        get("/api/v1/limits", 200);
        get("/api/v1/keys", 403);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> json("/api/v1/calls?limit=200").at("/items").size() >= 5);

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = json("/api/v1/calls?limit=2" + cursor);
            page.at("/items")
                    .forEach(item -> seen.add(
                            item.at("/hour").asString() + item.at("/route").asString()));
            cursor = page.has("next") ? "&cursor=" + page.at("/next").asString() : null;
        } while (cursor != null);

        assertThat(seen).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    }

    @Test
    void what_cannot_be_answered_is_refused() {
        assertThat(get("/api/v1/calls?from=2026-03-01T00:00:00Z&until=2026-02-01T00:00:00Z", 400))
                .contains("calls.invalid-range");
        assertThat(get("/api/v1/calls?from=2026-01-01T00:00:00Z&until=2026-02-10T00:00:00Z", 400))
                .contains("calls.invalid-range");
        assertThat(get("/api/v1/calls?from=-100000-01-01T00:00:00Z&until=-100000-01-02T00:00:00Z", 400))
                .contains("calls.invalid-range");
        assertThat(get(
                        "/api/v1/calls?cursor="
                                + Cursor.after("-100000-01-01T00:00:00Z GET").text(),
                        400))
                .contains("invalid-cursor");
        assertThat(get("/api/v1/calls?cursor=none", 400)).contains("invalid-cursor");
        assertThat(get("/api/v1/calls?cursor=bm9uZQ", 400)).contains("invalid-cursor");
        assertThat(get("/api/v1/calls?from=yesterday", 400)).contains("from");
        api.at(Api.ACME, api.key(customer, Scope.KEYS_READ))
                .get()
                .uri("/api/v1/calls")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private List<JsonNode> calls(String route) {
        List<JsonNode> found = new ArrayList<>();
        json("/api/v1/calls?limit=200").at("/items").forEach(item -> {
            if (item.at("/route").asString().equals(route)) {
                found.add(item);
            }
        });
        return found;
    }

    private long sum(String route, String field) {
        return calls(route).stream()
                .mapToLong(item -> item.at("/" + field).asLong())
                .sum();
    }

    private void take(int calls) {
        Flux.range(0, calls)
                .flatMap(i -> limits.takeAtOnce(customer) ? Mono.empty() : limits.take(customer))
                .then()
                .block(PATIENCE);
    }

    private void choose(String plan) {
        plans.choose(plan).contextWrite(TenantContext.as(customer)).block(PATIENCE);
    }

    private JsonNode json(String uri) {
        return JsonMapper.shared().readTree(get(uri, 200));
    }

    private String get(String uri, int status) {
        return new String(client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    }
}
