package io.chom.tenants.developer.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class ApiDescriptionTest {

    @Test
    void the_description_is_openapi_3_1_in_the_name_of_the_brand(Api api) {
        String text = get(api, Api.ACME, "/api/v1/openapi.json");
        JsonNode description = JsonMapper.shared().readTree(text);
        assertThat(description.at("/openapi").asString()).startsWith("3.1");
        assertThat(description.at("/info/title").asString()).isEqualTo("Acme Hosting API");
        assertThat(description.at("/info/contact/email").asString()).isEqualTo("help@acme.example");
        assertThat(description.at("/servers/0/url").asString()).isEqualTo("http://acme.localhost:8081");
        assertThat(description.at("/paths").propertyNames())
                .contains(
                        "/api/v1/me",
                        "/api/v1/keys",
                        "/api/v1/keys/{id}",
                        "/api/v1/usage/events",
                        "/api/v1/usage/events/{id}",
                        "/api/v1/usage/unmatched",
                        "/api/v1/usage/unmatched/replay",
                        "/api/v1/entitlements",
                        "/api/v1/subscription",
                        "/api/v1/limits",
                        "/api/v1/calls",
                        "/api/v1/invoices",
                        "/api/v1/invoices/{id}",
                        "/api/v1/invoices/{id}/e-invoice",
                        "/api/v1/billing-details",
                        "/api/v1/invoices/preview")
                .allMatch(path -> path.startsWith("/api/v1/"))
                .doesNotContain("/api/v1/docs", "/api/v1/openapi.json");
        assertThat(description.at("/components/schemas/Key/properties").propertyNames())
                .contains("allowed_ips", "last4", "created_at");
        assertThat(description.at("/components/schemas/Quota/properties").propertyNames())
                .contains("enforcement", "used", "left", "resets_at");
        assertThat(description
                        .at("/components/schemas/Subscription/properties/plan/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/BoughtPlan");
        assertThat(description.at("/components/schemas/BoughtPlan/properties").propertyNames())
                .containsExactlyInAnyOrder("catalogue", "version", "slug", "name", "term", "seats", "price");
        assertThat(description.at("/components/securitySchemes/key/scheme").asString())
                .isEqualTo("bearer");
        assertThat(text).doesNotContainIgnoringCase("chom").doesNotContain("Nimbus");
    }

    @Test
    void plans_are_asked_for_in_a_currency(Api api) {
        var parameters = JsonMapper.shared()
                .readTree(get(api, Api.ACME, "/api/v1/openapi.json"))
                .at("/paths/~1api~1v1~1plans/get/parameters");
        assertThat(parameters.valueStream().map(one -> one.at("/name").asString()))
                .containsExactly("currency");
        assertThat(parameters.at("/0/required").asBoolean()).isFalse();
    }

    @Test
    void every_call_tells_when_to_ask_again_once_its_calls_are_used_up(Api api) {
        var paths = JsonMapper.shared()
                .readTree(get(api, Api.ACME, "/api/v1/openapi.json"))
                .at("/paths");
        assertThat(paths)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path)
                        .allSatisfy(call -> assertThat(call.at("/responses/429/headers/Retry-After/schema/type")
                                        .asString())
                                .isEqualTo("integer")));
    }

    @Test
    void every_brand_gets_its_own(Api api) {
        String nimbus = get(api, Api.NIMBUS, "/api/v1/openapi.json");
        assertThat(nimbus).contains("Nimbus Cloud API").doesNotContain("Acme");
        assertThat(get(api, Api.ACME, "/api/v1/openapi.json"))
                .contains("Acme Hosting API")
                .doesNotContain("Nimbus");
    }

    @Test
    void the_page_wears_the_brand_and_runs_no_script(Api api) {
        var answer = api.at(Api.NIMBUS)
                .get()
                .uri("/api/v1/docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/html;charset=utf-8")
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'none'; style-src 'self'.*")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(answer)
                .contains("Nimbus Cloud", "/api/v1/keys", "http://nimbus.localhost:8081")
                .doesNotContain("<script", "Acme")
                .doesNotContainIgnoringCase("chom");
    }

    private static String get(Api api, String host, String path) {
        return api.at(host)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
