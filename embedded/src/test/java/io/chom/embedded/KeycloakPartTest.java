package io.chom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakPartTest {

    private static final String ONLY = "--chom.embedded.parts=postgres,keycloak";
    private static final Duration FIRST_START = Duration.ofMinutes(10);
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    @TempDir
    private Path data;

    @Test
    void it_serves_the_master_realm_with_our_themes_and_comes_back_after_a_kill() throws Exception {
        Process killed = TestProgram.start(data, ONLY);
        String first = publishedUrl();
        Http.awaitOk(first + "/realms/master", FIRST_START);
        long leftover = pid();
        killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(TestProgram.runs(leftover)).isTrue();

        long server;
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            assertThat(TestProgram.runs(leftover)).isFalse();
            String url = embedded.property("chom.keycloak.url");
            Http.awaitOk(url + "/realms/master", FIRST_START);
            server = pid();
            issuer_follows_the_host(url);
            themes_are_known(url, token(embedded));
        }
        assertThat(TestProgram.runs(server)).isFalse();
    }

    private static void issuer_follows_the_host(String url) throws IOException, InterruptedException {
        String brand = url.replace("localhost", "127.0.0.1");
        HttpResponse<String> answer = Http.get(brand + "/realms/master/.well-known/openid-configuration");
        assertThat(answer.body()).contains("\"issuer\":\"" + brand + "/realms/master\"");
    }

    private static void themes_are_known(String url, String token) throws IOException, InterruptedException {
        HttpResponse<String> info = Http.get(url + "/admin/serverinfo", "Authorization", "Bearer " + token);
        assertThat(info.statusCode()).isEqualTo(200);
        assertThat(info.body()).contains("{\"name\":\"probe\"");
    }

    private static String token(Embedded embedded) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username=%s&password=%s"
                .formatted(
                        embedded.property("chom.keycloak.admin.user"),
                        URLEncoder.encode(embedded.property("chom.keycloak.admin.password"), StandardCharsets.UTF_8));
        URI address =
                URI.create(embedded.property("chom.keycloak.url") + "/realms/master/protocol/openid-connect/token");
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        Matcher found = TOKEN.matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }

    private String publishedUrl() throws IOException {
        return Files.readAllLines(data.resolve("addresses.properties")).stream()
                .filter(line -> line.startsWith("KEYCLOAK/chom.keycloak.url="))
                .map(line -> line.substring(line.indexOf('=') + 1).replace("\\", ""))
                .findFirst()
                .orElseThrow();
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readString(data.resolve("keycloak/keycloak.pid")).strip());
    }
}
