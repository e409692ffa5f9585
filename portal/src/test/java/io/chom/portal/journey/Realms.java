package io.chom.portal.journey;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realms as Keycloak's administrator sees them. */
final class Realms {

    private Realms() {}

    /** Where log-ins of the portal's client in a realm may end, sorted. */
    static List<String> redirects(Properties servers, String realm) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String keycloak = servers.getProperty("chom.keycloak.url");
            String token = token(http, keycloak, servers);
            var request = HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/" + realm + "/clients"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return answer(http, request)
                    .valueStream()
                    .filter(client -> client.get("clientId").asString().equals("portal"))
                    .flatMap(client -> client.get("redirectUris").valueStream())
                    .map(JsonNode::asString)
                    .sorted()
                    .toList();
        }
    }

    private static String token(HttpClient http, String keycloak, Properties servers)
            throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username="
                + encoded(servers.getProperty("chom.keycloak.admin.user")) + "&password="
                + encoded(servers.getProperty("chom.keycloak.admin.password"));
        var request = HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return answer(http, request).get("access_token").asString();
    }

    private static JsonNode answer(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
