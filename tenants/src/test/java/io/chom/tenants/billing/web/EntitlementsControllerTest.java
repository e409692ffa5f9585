package io.chom.tenants.billing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.PlanChanges;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.billing.discount.DiscountService;
import io.chom.tenants.billing.discount.DiscountWish;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.developer.Scope;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.UsageEventInput;
import io.chom.tenants.usage.UsageIngest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a tenant has bought and may use, over HTTP. */
@ApiTest
class EntitlementsControllerTest {

    private static final String ENTITLEMENTS = "/api/v1/entitlements";
    private static final String SUBSCRIPTION = "/api/v1/subscription";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Api api;

    @Autowired
    TenantService tenants;

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    PlanChanges changes;

    @Autowired
    DiscountService discounts;

    @Autowired
    UsageIngest ingest;

    private Acting customer;
    private WebTestClient client;

    EntitlementsControllerTest(Api api) {
        this.api = api;
    }

    @BeforeEach
    void prepare() {
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        client = api.at(Api.ACME, api.key(customer, Scope.USAGE_READ));
    }

    @Test
    void what_is_left_of_a_plan_is_told_with_its_end() {
        Subscription bought = subscribe("freight", "pro");
        send("bulk_jobs", "12.5");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> json(ENTITLEMENTS).at("/meters/1/used").asDouble() == 12.5);
        JsonNode answer = json(ENTITLEMENTS);
        assertThat(answer.propertyNames()).containsExactlyInAnyOrder("features", "meters", "others", "as_of");
        assertThat(answer.at("/features")).isEmpty();
        assertThat(answer.at("/others").asString()).isEqualTo("unlimited");
        assertThat(Instant.parse(answer.at("/as_of").asString())).isBeforeOrEqualTo(Instant.now());
        assertThat(answer.at("/meters")).hasSize(3);
        JsonNode quota = answer.at("/meters/1");
        Instant midnight = bought.period(Instant.now()).dayOf(Instant.now()).until();
        assertThat(quota).isEqualTo(JsonMapper.shared().readTree("""
                {"meter":"bulk_jobs","name":"Bulk jobs","unit":"jobs","included":20,"per":"day","enforcement":"hard",
                 "used":12.5,"left":7.5,"percent":62,"resets_at":"%s"}
                """.formatted(midnight)));
        assertThat(Instant.parse(answer.at("/meters/0/resets_at").asString()))
                .isEqualTo(bought.period(Instant.now()).end());
    }

    @Test
    void features_are_told_and_without_a_plan_nothing_is_left() {
        JsonNode none = json(ENTITLEMENTS);
        assertThat(none.at("/meters")).isEmpty();
        assertThat(none.at("/others").asString()).isEqualTo("nothing");

        subscribe("hosting", "enterprise");

        assertThat(json(ENTITLEMENTS).at("/features"))
                .isEqualTo(JsonMapper.shared().readTree("[\"resell\"]"));
    }

    @Test
    void a_subscription_is_told_as_it_was_sold_and_none_is_not_found() {
        client.get()
                .uri(SUBSCRIPTION)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found");
        Subscription bought = subscribe("hosting", "pro");

        JsonNode answer = json(SUBSCRIPTION);
        var period = bought.period(Instant.now());
        assertThat(answer).isEqualTo(JsonMapper.shared().readTree("""
                {"plan":{"catalogue":"hosting","version":2,"slug":"pro","name":"Pro","term":"month",
                         "price":{"minor":7900,"currency":"USD"}},
                 "status":"active","renews_on":"%s","started_at":"%s",
                 "period":{"from":"%s","until":"%s","zone":"Europe/Berlin","days_left":%d}}
                """.formatted(
                        period.until(),
                        answer.at("/started_at").asString(),
                        period.from(),
                        period.until(),
                        period.daysLeft(Instant.now()))));
        assertThat(Duration.between(
                        bought.startedAt(),
                        Instant.parse(answer.at("/started_at").asString())))
                .isLessThan(Duration.ofMillis(1));
    }

    @Test
    void a_year_is_told_with_its_price_and_when_it_is_renewed() {
        var bought = as(customer, subscriptions.subscribe(new Order("hosting", "pro", Term.YEAR, ZONE)));
        var renewed = LocalDate.ofInstant(bought.startedAt(), ZONE).plusYears(1).toString();

        var answer = json(SUBSCRIPTION);
        assertThat(answer.at("/plan/term").asString()).isEqualTo("year");
        assertThat(answer.at("/plan/price/minor").asLong()).isEqualTo(79_000);
        assertThat(answer.at("/renews_on").asString()).isEqualTo(renewed);

        as(customer, changes.end("").thenReturn(true));
        assertThat(json(SUBSCRIPTION).at("/ends_on").asString()).isEqualTo(renewed);
        assertThat(json(SUBSCRIPTION).has("renews_on")).isFalse();
    }

    @Test
    void what_is_off_the_price_is_told_from_when_until_when() {
        var period = subscribe("hosting", "pro").period(Instant.now());
        assertThat(json(SUBSCRIPTION).has("discount")).isFalse();
        as(Acme.RESELLER, discounts.give(customer.tenant(), new DiscountWish(new BigDecimal("12.50"), 1, "They stay")));

        var discount = json(SUBSCRIPTION).at("/discount");
        assertThat(discount.at("/percent").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(discount.at("/from").asString()).isEqualTo(period.from().toString());
        assertThat(discount.at("/until").asString()).isEqualTo(period.until().toString());
    }

    @Test
    void a_plan_that_is_to_come_and_an_end_are_told() {
        LocalDate next = subscribe("hosting", "pro").period(Instant.now()).until();
        as(
                customer,
                changes.quote("starter", Term.MONTH).flatMap(changes::change).thenReturn(true));
        assertThat(json(SUBSCRIPTION).at("/plan/slug").asString()).isEqualTo("pro");
        assertThat(json(SUBSCRIPTION).at("/next/plan/slug").asString()).isEqualTo("starter");
        assertThat(json(SUBSCRIPTION).at("/next/from").asString()).isEqualTo(next.toString());

        as(customer, changes.end("").thenReturn(true));
        assertThat(json(SUBSCRIPTION).at("/ends_on").asString()).isEqualTo(next.toString());
        assertThat(json(SUBSCRIPTION).has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {ENTITLEMENTS, SUBSCRIPTION})
    void only_who_may_read_usage_is_told_and_only_of_its_own(String place) {
        subscribe("hosting", "enterprise");
        assertThat(status(api.at(Api.ACME), place)).isEqualTo(401);
        assertThat(status(api.at(Api.ACME, api.key(customer, Scope.KEYS_READ, Scope.USAGE_WRITE)), place))
                .isEqualTo(403);
        assertThat(status(api.at(Api.NIMBUS, api.key(customer, Scope.USAGE_READ)), place))
                .isEqualTo(401);
        assertThat(status(client, place)).isEqualTo(200);

        for (var host : List.of(Api.ACME, Api.NIMBUS)) {
            var other = NewCustomers.of(host.equals(Api.ACME) ? Acme.RESELLER : Nimbus.RESELLER, tenants);
            var stranger = api.at(host, api.key(other, Scope.USAGE_READ));
            if (place.equals(SUBSCRIPTION)) {
                assertThat(status(stranger, place)).isEqualTo(404);
            } else {
                assertThat(json(stranger, place).at("/features")).isEmpty();
            }
        }
    }

    private Subscription subscribe(String catalogue, String plan) {
        return as(customer, subscriptions.subscribe(new Order(catalogue, plan, ZONE)));
    }

    private void send(String meter, String quantity) {
        var job = new Acting(customer.tenant(), customer.reseller(), Actor.job("test"));
        var event = UsageEventInput.of("e", new MeterId(meter), new BigDecimal(quantity), Instant.now(), null);
        assertThat(as(job, ingest.accept(List.of(event))).rejected()).isEmpty();
    }

    private JsonNode json(String place) {
        return json(client, place);
    }

    private static JsonNode json(WebTestClient client, String place) {
        return JsonMapper.shared()
                .readTree(client.get()
                        .uri(place)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
    }

    private static int status(WebTestClient client, String place) {
        return client.get()
                .uri(place)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(20)));
    }
}
