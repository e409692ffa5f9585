package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A screen of a logged-in session as its own client sees it: the messages that Vaadin's script sends and gets, without
 * the script.
 *
 * @param port of the portal
 * @param host header of every request
 * @param cookie of the session
 * @param id of this screen within the session
 * @param token what every message of this screen must carry
 * @param pushId what its socket must carry
 */
record Screen(int port, String host, String cookie, int id, String token, String pushId) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Opens one more screen in a session, and waits for its first page. */
    static Screen open(int port, String host, String cookie) {
        var answer = RawHttp.send(
                port,
                "GET /app/?v-r=init&location=&query= HTTP/1.1",
                "Host: " + host,
                "Cookie: session=" + cookie,
                "Accept: application/json");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode config = JSON.readTree(unchunked(answer)).get("appConfig");
        JsonNode first = config.get("uidl");
        var screen = new Screen(
                port,
                host,
                cookie,
                config.get("v-uiId").asInt(),
                first.get("Vaadin-Security-Key").asString(),
                first.get("Vaadin-Push-ID").asString());
        var page = screen.send(screen.message(0, 0, NAVIGATION));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("\"syncId\":1", "\"changes\":[");
        return screen;
    }

    private static final String NAVIGATION = """
            {"type":"event","node":1,"event":"ui-navigate","data":{"route":"","query":"","appShellTitle":"",\
            "historyState":{"idx":0},"trigger":""}}""";

    /** A message of this screen with one call in it. */
    String message(int sync, int client, String call) {
        return "{\"csrfToken\":\"%s\",\"rpc\":[%s],\"syncId\":%d,\"clientId\":%d}".formatted(token, call, sync, client);
    }

    /** Sends a message the way the client does. */
    RawHttp.Answer send(String body) {
        return RawHttp.post(port, body, line("POST"), "Host: " + host, cookieLine(), "Content-Type: application/json");
    }

    String line(String method) {
        return method + " /app/?v-r=uidl&v-uiId=" + id + " HTTP/1.1";
    }

    String cookieLine() {
        return "Cookie: session=" + cookie;
    }

    private static String unchunked(RawHttp.Answer answer) {
        return answer.body().substring(answer.body().indexOf('{'), answer.body().lastIndexOf('}') + 1);
    }
}
