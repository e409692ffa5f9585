package io.chom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StripePartTest {

    private static final String ONLY = "--chom.embedded.parts=stripe";
    private static final String[] KEY = {"Authorization", "Bearer sk_test_abcdefghij1234"};

    @TempDir
    private Path data;

    @Test
    void an_account_answers_to_a_test_key() throws Exception {
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            HttpResponse<String> answer = Http.get(
                    embedded.property("chom.stripe.api-base") + "/v1/account",
                    "Authorization",
                    "Bearer sk_test_abcdefghij1234",
                    "Stripe-Version",
                    "2025-01-27.acacia");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).get("object").asString()).isEqualTo("account");
            assertThat(answer.headers().firstValue("Request-Id"))
                    .hasValueSatisfying(id -> assertThat(id).startsWith("req_"));
            assertThat(answer.headers().firstValue("Stripe-Version")).hasValue("2025-01-27.acacia");
        }
    }

    @Test
    void the_key_that_it_tells_is_taken_and_stays_the_same() throws Exception {
        String first;
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            first = embedded.property("chom.stripe.secret-key");
            HttpResponse<String> answer = Http.get(
                    embedded.property("chom.stripe.api-base") + "/v1/account", "Authorization", "Bearer " + first);
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            assertThat(embedded.property("chom.stripe.secret-key")).isEqualTo(first);
        }
    }

    @Test
    void a_missing_or_foreign_key_is_refused_in_stripes_shape() throws Exception {
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            String address = embedded.property("chom.stripe.api-base") + "/v1/account";
            HttpResponse<String> missing = Http.get(address);
            assertThat(missing.statusCode()).isEqualTo(401);
            assertThat(json(missing).at("/error/type").asString()).isEqualTo("invalid_request_error");

            HttpResponse<String> live = Http.get(address, "Authorization", "Bearer sk_live_abcdefghij1234");
            assertThat(live.statusCode()).isEqualTo(401);
            assertThat(json(live).at("/error/message").asString())
                    .startsWith("Invalid API Key provided")
                    .doesNotContain("abcdefghij");
        }
    }

    @Test
    void an_unknown_address_is_named() throws Exception {
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            HttpResponse<String> answer = Http.get(embedded.property("chom.stripe.api-base") + "/v1/moons", KEY);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).at("/error/type").asString()).isEqualTo("invalid_request_error");
            assertThat(json(answer).at("/error/message").asString())
                    .startsWith("Unrecognized request URL (GET: /v1/moons)");
        }
    }

    @Test
    void a_person_is_told_what_it_is() throws Exception {
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            HttpResponse<String> page = Http.get(embedded.property("chom.stripe.api-base") + "/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("No money moves");
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
