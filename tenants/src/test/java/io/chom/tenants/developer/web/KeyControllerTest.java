package io.chom.tenants.developer.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.developer.Scope;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import io.chom.tenants.support.Nimbus;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class KeyControllerTest {

    private static final String WANTED = """
            {"name":"Nightly import","scopes":["keys:read"],"allowed_ips":["127.0.0.1"]}
            """;

    @Test
    void a_key_is_issued_used_listed_and_revoked(Api api) {
        var owner = owner(api);
        JsonNode issued = json(post(owner, "/api/v1/keys", WANTED, null), 201);
        String id = issued.at("/key/id").asString();
        assertThat(issued.at("/key/allowed_ips/0").asString()).isEqualTo("127.0.0.1/32");

        var program = api.at(Api.ACME, issued.at("/secret").asString());
        String listed = text(program.get().uri("/api/v1/keys?limit=200"), 200);
        assertThat(listed)
                .contains(id, "Nightly import")
                .doesNotContain(issued.at("/secret").asString(), "secret");
        assertThat(text(program.delete().uri("/api/v1/keys/" + id), 403)).contains("forbidden");

        owner.delete().uri("/api/v1/keys/" + id).exchange().expectStatus().isNoContent();
        owner.delete().uri("/api/v1/keys/" + id).exchange().expectStatus().isNoContent();
    }

    @Test
    void pages_follow_each_other_by_cursor_without_gap_or_repetition(Api api) {
        var owner = api.at(Api.NIMBUS, api.key(Nimbus.CLINIC, Scope.KEYS_READ, Scope.KEYS_WRITE));
        for (int i = 0; i < 5; i++) {
            api.key(Nimbus.CLINIC, Scope.USAGE_READ);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = json(owner.get().uri("/api/v1/keys?limit=2" + cursor), 200);
            page.at("/items").forEach(item -> seen.add(item.at("/id").asString()));
            cursor = page.has("next") ? "&cursor=" + page.at("/next").asString() : null;
        } while (cursor != null);
        assertThat(seen)
                .hasSizeGreaterThanOrEqualTo(6)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(text(owner.get().uri("/api/v1/keys?cursor=none"), 400)).contains("invalid-cursor");
    }

    @Test
    void a_foreign_id_a_missing_one_and_no_id_at_all_get_one_and_the_same_answer(Api api) {
        var foreign = json(
                post(
                        api.at(Api.NIMBUS, api.key(Nimbus.STUDIO, Scope.values())),
                        "/api/v1/keys",
                        "{\"name\":\"x\",\"scopes\":[\"usage:read\"]}",
                        null),
                201);
        var owner = owner(api);
        List<String> answers = new ArrayList<>();
        for (String id :
                List.of(foreign.at("/key/id").asString(), UUID.randomUUID().toString(), "no-id")) {
            answers.add(withoutId(text(owner.delete().uri("/api/v1/keys/" + id), 404)));
            answers.add(withoutId(
                    text(post(owner, "/api/v1/keys/" + id + "/rotation", "{\"overlap_seconds\":0}", null), 404)));
        }
        assertThat(answers).allMatch(answers.getFirst()::equals);
        assertThat(answers.getFirst()).contains("\"code\":\"not-found\"");
    }

    @Test
    void each_wrong_place_is_named(Api api) {
        String body = "{\"name\":\" \",\"scopes\":[\"usage:read\",\"everything\"],\"allowed_ips\":[\"localhost\"]}";
        String answer = text(post(owner(api), "/api/v1/keys", body, null), 400);
        assertThat(answer).contains("/scopes/1", "unknown-scope", "/allowed_ips/0", "/name");
    }

    @Test
    void a_repeated_request_issues_one_key_and_shows_its_secret_once(Api api) {
        var owner = owner(api);
        String key = UUID.randomUUID().toString();
        JsonNode first = json(post(owner, "/api/v1/keys", WANTED, key), 201);
        assertThat(first.at("/secret").asString()).startsWith("ck_live_");
        var again = post(owner, "/api/v1/keys", WANTED, key)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotent-Replayed", "true")
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON);
        JsonNode second =
                JsonMapper.shared().readTree(again.expectBody().returnResult().getResponseBody());
        assertThat(second.at("/key")).isEqualTo(first.at("/key"));
        assertThat(second.has("secret")).isFalse();

        assertThat(text(post(owner, "/api/v1/keys", WANTED.replace("Nightly", "Daily"), key), 409))
                .contains("idempotency-key-reused");
        assertThat(text(post(owner, "/api/v1/keys", WANTED, "a b"), 400)).contains("invalid-idempotency-key");
    }

    @Test
    void a_refused_request_is_not_remembered(Api api) {
        var owner = owner(api);
        String key = UUID.randomUUID().toString();
        assertThat(text(post(owner, "/api/v1/keys", "{\"name\":\"x\",\"scopes\":[]}", key), 400))
                .contains("/scopes");
        assertThat(json(post(owner, "/api/v1/keys", WANTED, key), 201).has("secret"))
                .isTrue();
    }

    private static WebTestClient owner(Api api) {
        return api.at(Api.ACME, api.key(Acme.FLORIST, Scope.values()));
    }

    private static WebTestClient.RequestHeadersSpec<?> post(
            WebTestClient client, String uri, String body, String idempotencyKey) {
        var request =
                client.post().uri(uri).contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        return idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey);
    }

    private static String text(WebTestClient.RequestHeadersSpec<?> request, int status) {
        return new String(request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    }

    private static JsonNode json(WebTestClient.RequestHeadersSpec<?> request, int status) {
        return JsonMapper.shared().readTree(text(request, status));
    }

    private static String withoutId(String problem) {
        return problem.replaceAll("\"request_id\":\"[^\"]+\"", "");
    }
}
