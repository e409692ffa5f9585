package io.chom.tenants.usage.web;

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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Usage over HTTP: sent in, and read back as an overview and day by day. */
@ApiTest
class UsageEventsControllerTest {

    private final Api api;

    @Autowired
    TenantService tenants;

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    Clock clock;

    private Acting customer;
    private WebTestClient client;

    UsageEventsControllerTest(Api api) {
        this.api = api;
    }

    @BeforeEach
    void prepare() {
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        client = api.at(Api.ACME, api.key(customer, Scope.USAGE_READ, Scope.USAGE_WRITE));
    }

    @Test
    void what_is_sent_shows_in_the_overview_and_sent_again_changes_nothing() {
        subscriptions
                .subscribe(new SubscriptionService.Order("hosting", "starter", ZoneId.of("UTC")))
                .contextWrite(TenantContext.as(customer))
                .block(Duration.ofSeconds(10));
        String events = "[" + event("a", "bandwidth_gb", "112") + "," + event("b", "sites", "4") + "]";

        send(events).expectStatus().isAccepted().expectBody().json("""
                {"accepted":["a","b"],"duplicates":[],"rejected":[]}
                """);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> overview().expectBody().json("""
                {"plan":{"catalogue":"hosting","version":2,"slug":"starter","price":{"minor":2900,"currency":"USD"}},
                 "meters":[{"meter":"sites","unit":"sites","included":5,"used":4,"percent":80,"overage":0,
                            "overage_cost":{"minor":0,"currency":"USD"}},
                           {"meter":"storage_gb","used":0},
                           {"meter":"bandwidth_gb","included":100,"used":112,"percent":112,"overage":12,
                            "enforcement":"metered","overage_price":{"minor":5,"currency":"USD"},
                            "overage_cost":{"minor":60,"currency":"USD"}}],
                 "estimate":{"lines":[{"label":"Starter plan","amount":{"minor":2900}},
                                      {"label":"Bandwidth overage",
                                       "formula":"12 GB over your 100 GB × $0.05 = $0.60"}],
                             "total":{"minor":2960,"currency":"USD"}}}
                """));
        send("{\"events\":" + events + "}")
                .expectStatus()
                .isAccepted()
                .expectBody()
                .json("""
                {"accepted":[],"duplicates":["a","b"],"rejected":[]}
                """);
        client.get()
                .uri("/api/v1/usage/daily?meter=bandwidth_gb")
                .exchange()
                .expectBody()
                .json("{\"meter\":\"bandwidth_gb\",\"days\":[{\"day\":\"" + LocalDate.now(clock)
                        + "\",\"quantity\":112}]}");
    }

    @Test
    void a_bad_event_is_told_and_costs_only_itself() {
        send("[" + event("good", "sites", "1") + "," + event("bad", "cities", "1") + "," + event("ugly", "sites", "-1")
                        + ",7]")
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.accepted[0]")
                .isEqualTo("good")
                .jsonPath("$.rejected[*].index")
                .value(indexes -> assertThat(indexes).hasToString("[1,2,3]"))
                .jsonPath("$.rejected[*].code")
                .value(codes -> assertThat(codes)
                        .hasToString("[\"usage.unknown-meter\",\"usage.invalid-quantity\",\"usage.malformed-event\"]"));
    }

    @Test
    void a_call_without_one_good_event_is_a_problem_that_names_each_reason() {
        send("[" + event("x", "sites", "-1") + "]")
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("usage.nothing-accepted")
                .jsonPath("$.violations[0].at")
                .isEqualTo("/0")
                .jsonPath("$.violations[0].code")
                .isEqualTo("usage.invalid-quantity");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            [{"id":            | 400 | malformed-json
            nonsense           | 400 | malformed-json
            {}                 | 400 | usage.malformed-batch
            []                 | 400 | usage.empty-batch
            """)
    void a_body_that_is_no_batch_is_refused(String body, int status, String code) {
        send(body)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    @Test
    void more_than_a_thousand_events_are_refused_whole() {
        String many = IntStream.rangeClosed(0, 1_000)
                .mapToObj(index -> event("e" + index, "sites", "1"))
                .collect(Collectors.joining(",", "[", "]"));

        send(many).expectStatus().isEqualTo(413).expectBody().jsonPath("$.code").isEqualTo("usage.batch-too-large");
    }

    @Test
    void the_content_type_of_plain_curl_is_taken() {
        client.post()
                .uri("/api/v1/usage/events")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(("[" + event("curl", "sites", "1") + "]").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isAccepted();
    }

    @Test
    void each_side_needs_its_scope() {
        var reader = api.at(Api.ACME, api.key(customer, Scope.USAGE_READ));
        var writer = api.at(Api.ACME, api.key(customer, Scope.USAGE_WRITE));

        reader.post()
                .uri("/api/v1/usage/events")
                .bodyValue("[" + event("e", "sites", "1") + "]")
                .exchange()
                .expectStatus()
                .isForbidden();
        writer.get().uri("/api/v1/usage").exchange().expectStatus().isForbidden();
        writer.get()
                .uri("/api/v1/usage/daily?meter=sites")
                .exchange()
                .expectStatus()
                .isForbidden();
        api.at(Api.ACME).get().uri("/api/v1/usage").exchange().expectStatus().isUnauthorized();
        reader.get().uri("/api/v1/usage").exchange().expectStatus().isNotFound();
    }

    @ParameterizedTest
    @CsvSource({
        "?meter=cities, usage.unknown-meter",
        "?meter=Sites!, usage.unknown-meter",
        "?meter=sites&from=2026-03-02&until=2026-03-02, usage.invalid-range",
        "?meter=sites&from=2020-01-01&until=2026-01-01, usage.invalid-range",
        "?meter=sites&from=2026-01-01&until=9999-12-31, usage.invalid-range",
        "?meter=sites&from=-999999999-01-01, usage.invalid-range",
        "?meter=sites&until=-999999999-01-01, usage.invalid-range",
        "?meter=sites&from=yesterday, invalid-request",
        "'', invalid-request"
    })
    void days_that_make_no_sense_are_refused(String query, String code) {
        client.get()
                .uri("/api/v1/usage/daily" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    @Test
    void plans_on_sale_are_listed() {
        client.get()
                .uri("/api/v1/plans")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"plans":[{"catalogue":"api","slug":"starter","allowances":[{"meter":"api_calls","included":1000,
                            "per":"day","enforcement":"hard"},{}]},{"slug":"professional"},{"slug":"enterprise"},
                          {"catalogue":"assistant","slug":"starter","allowances":[{"meter":"conversations",
                            "enforcement":"soft","included":1000,"per":"month"}]},{},{},{},
                          {"catalogue":"freight","slug":"starter"},{"slug":"pro","allowances":[{"meter":"quotes"},
                            {"meter":"bulk_jobs","included":20,"per":"day","enforcement":"hard"},{}]},{},
                          {"catalogue":"hosting","slug":"starter","price":{"minor":2900,"currency":"USD"}},
                          {"slug":"pro","allowances":[{"meter":"sites","aggregation":"max","included":25,
                            "overage_price":{"minor":400,"currency":"USD"}},{},{"meter":"bandwidth_gb"}]},
                          {"slug":"enterprise"}]}
                """);
    }

    private ResponseSpec send(String body) {
        return client.post()
                .uri("/api/v1/usage/events")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec overview() {
        return client.get().uri("/api/v1/usage").exchange().expectStatus().isOk();
    }

    private String event(String id, String meter, String quantity) {
        return "{\"id\":\"" + id + "\",\"meter\":\"" + meter + "\",\"quantity\":" + quantity + ",\"time\":\""
                + clock.instant() + "\"}";
    }
}
