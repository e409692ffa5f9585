package io.chom.tenants.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.developer.Scope;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@ApiTest
class ProblemsTest {

    @Test
    void malformed_bodies_are_told_where_they_are_wrong(Api api) {
        assertThat(post(api, "{\"name\":", 400)).contains("\"code\":\"malformed-json\"");
        assertThat(post(api, "", 400)).contains("\"code\":\"malformed-body\"");
        assertThat(post(api, "{\"name\":\"x\",\"colour\":1}", 400)).contains("unknown-field", "/colour");
        assertThat(post(api, "{\"name\":\"x\",\"name\":\"y\"}", 400)).contains("\"code\":\"malformed-json\"");
        assertThat(post(api, "{\"name\":{\"x\":1}}", 400)).contains("wrong-type", "/name");
        assertThat(post(api, "[]", 400)).contains("\"status\":400");
        assertThat(post(api, "{\"name\":\"x\"} {}", 400)).contains("\"status\":400");
        assertThat(post(api, "[".repeat(100_000), 400)).contains("\"status\":400");
    }

    @Test
    void what_is_not_there_or_not_possible_is_a_problem_too(Api api) {
        assertThat(text(client(api).get().uri("/api/v1/nothing"), 404)).contains("There is nothing at this path.");
        assertThat(text(client(api).get().uri("/actuator/health"), 404)).contains("\"code\":\"not-found\"");
        assertThat(text(client(api).get().uri("/webjars/x"), 404)).contains("\"code\":\"not-found\"");
        client(api)
                .method(HttpMethod.PUT)
                .uri("/api/v1/keys")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .exists("Allow");
        assertThat(text(
                        client(api)
                                .post()
                                .uri("/api/v1/keys")
                                .contentType(MediaType.TEXT_PLAIN)
                                .bodyValue("x"),
                        415))
                .contains("unsupported-media-type");
        assertThat(text(client(api).get().uri("/api/v1/me").accept(MediaType.APPLICATION_XML), 406))
                .contains("not-acceptable");
        assertThat(text(client(api).get().uri("/api/v1/keys?limit=many"), 400)).contains("limit");
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_or_not_it_says_its_length(Api api) {
        byte[] large = new byte[1_100_000];
        Arrays.fill(large, (byte) ' ');
        assertThat(text(
                        client(api)
                                .post()
                                .uri("/api/v1/keys")
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(large),
                        413))
                .contains("body-too-large");
        var chunk = new String(large, 0, 100_000);
        var chunked = new StringBuilder("POST /api/v1/keys HTTP/1.1\r\nHost: acme.localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer "
                + api.key(Acme.BAKERY, Scope.values()) + "\r\n\r\n");
        for (int i = 0; i < 10; i++) {
            chunked.append("186a0\r\n").append(chunk).append("\r\n");
        }
        // One byte over the limit, and then the client waits.
        chunked.append("bdc1\r\n").append(chunk, 0, 0xbdc1).append("\r\n");
        assertThat(api.raw(chunked.toString())).startsWith("HTTP/1.1 413").contains("body-too-large");
    }

    @Test
    void without_a_key_there_is_one_answer_for_every_path_and_every_wrong_key(Api api) {
        for (String key : new String[] {"", "x", "ck_live_" + "0".repeat(38)}) {
            for (String path : new String[] {"/api/v1/me", "/api/v1/nothing", "/actuator/health", "/"}) {
                api.at(Api.ACME, key)
                        .get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isUnauthorized()
                        .expectHeader()
                        .valueEquals("WWW-Authenticate", "Bearer")
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
            }
        }
        assertThat(text(
                        api.at(Api.NIMBUS, api.key(Acme.BAKERY, Scope.USAGE_READ))
                                .get()
                                .uri("/api/v1/me"),
                        401))
                .contains("key.invalid");
    }

    private static WebTestClient client(Api api) {
        return api.at(Api.ACME, api.key(Acme.BAKERY, Scope.values()));
    }

    private static String post(Api api, String body, int status) {
        return text(
                client(api)
                        .post()
                        .uri("/api/v1/keys")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body),
                status);
    }

    private static String text(WebTestClient.RequestHeadersSpec<?> request, int status) {
        var answer = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .returnResult();
        String body = new String(answer.getResponseBodyContent());
        assertThat(body)
                .contains("\"type\":\"/problems/", answer.getResponseHeaders().getFirst("X-Request-Id"))
                .doesNotContainIgnoringCase("exception", "io.chom", "springframework", "trace");
        return body;
    }
}
