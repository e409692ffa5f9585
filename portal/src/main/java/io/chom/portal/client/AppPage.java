package io.chom.portal.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of a Vaadin application as its own script runs it, without the script: its first page, its socket, its changes
 * of view, its end.
 */
public final class AppPage implements AutoCloseable {

    private static final Pattern ROWS =
            Pattern.compile("\\{\"@v-node\":(\\d+)},(\\d+),\"return \\$0\\.\\$connector\\.confirm\\(\\$1\\)\"");
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);

    private final URI origin;
    private final String path;
    private final String cookie;
    private String ui = "";
    private String token = "";
    private String pushId = "";
    private String answered = "";
    private Duration pause = USUAL_PAUSE;
    private int sync;
    private int client;
    private @Nullable Frames frames;

    private AppPage(URI origin, String path, String cookie) {
        this.origin = origin;
        this.path = path;
        this.cookie = cookie;
    }

    /**
     * Opens it with everything that the server computes for a first page: the document, the application, the first view.
     *
     * @param origin such as {@code https://portal.example.com}
     * @param path where the application is, such as {@code /app/}
     * @param cookie the session's, as a header
     * @throws IOException if one of them is not answered as it should
     */
    public static AppPage open(URI origin, String path, String cookie) throws IOException {
        ask(Http.get(origin.resolve(path), cookie, "Accept: text/html", "Accept-Language: en"));
        var page = of(origin, path, cookie);
        page.navigate("");
        return page;
    }

    /** The application of a document that is there already; no view is open yet. */
    public static AppPage of(URI origin, String path, String cookie) throws IOException {
        var page = new AppPage(origin, path, cookie);
        page.start();
        return page;
    }

    private void start() throws IOException {
        String config = ask(Http.get(
                origin.resolve(path + "?v-r=init&location=&query="),
                cookie,
                "Accept: application/json",
                "Accept-Language: en"));
        ui = find(config, "\"v-uiId\":\\s*(\\d+)");
        token = find(config, "\"Vaadin-Security-Key\":\\s*\"([^\"]+)\"");
        pushId = config.contains("Vaadin-Push-ID") ? find(config, "\"Vaadin-Push-ID\":\\s*\"([^\"]+)\"") : "";
        if (config.contains("reconnectInterval")) {
            pause = Duration.ofMillis(
                    Long.parseLong(find(config, "\"key\":\"reconnectInterval\"[^}]*\"value\":\"(\\d+)\"")));
        }
    }

    /**
     * Opens the socket by which the server pushes; stays open until the page closes. Once it is lost it may be opened again.
     *
     * @param silence after which {@link #awaitPush} gives up; zero means never
     * @throws IOException if no socket is granted
     */
    public AppPage connected(Duration silence) throws IOException {
        String query = "v-r=push&v-uiId=" + ui + "&v-pushId=" + URLEncoder.encode(pushId, StandardCharsets.UTF_8)
                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-Framework=4.0.1-javascript"
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true"
                + "&Content-Type=application/json%3B%20charset%3DUTF-8";
        frames = Frames.open(origin, silence, "GET " + path + "VAADIN/push?" + query, cookie);
        return this;
    }

    /** Asks for a view and waits for what the server sends for it at once, which is returned. */
    public String navigate(String route) throws IOException {
        return message("""
                {"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"","appShellTitle":"",\
                "historyState":{"idx":0},"trigger":""}}""".formatted(route));
    }

    /**
     * Waits until the server has pushed something.
     *
     * @throws IOException if the socket has ended or was silent for too long
     */
    public String awaitPush() throws IOException {
        return Objects.requireNonNull(frames, "not connected").next();
    }

    /**
     * Waits until the rows of a table are there, with the view or pushed later, and confirms them as the table's own script
     * does: the server remembers what it answered last until it hears of the page again.
     *
     * @throws IOException if the socket has ended or was silent for too long
     */
    public void awaitRows() throws IOException {
        Matcher rows = ROWS.matcher(answered);
        while (!rows.find()) {
            rows = ROWS.matcher(awaitPush());
        }
        message("""
                {"type":"publishedEventHandler","node":%s,"templateEventMethodName":"confirmUpdate",\
                "templateEventMethodArgs":[%s],"promise":0}""".formatted(rows.group(1), rows.group(2)));
    }

    /** What the server has this page wait before it opens a lost socket again. */
    public Duration pause() {
        return pause;
    }

    private String message(String call) throws IOException {
        String body = "{\"csrfToken\":\"%s\",\"rpc\":[%s],\"syncId\":%d,\"clientId\":%d}"
                .formatted(token, call, sync, client);
        String answer = ask(Http.post(
                origin.resolve(path + "?v-r=uidl&v-uiId=" + ui), body, cookie, "Content-Type: application/json"));
        sync = Integer.parseInt(find(answer, "\"syncId\":\\s*(\\d+)"));
        client = Integer.parseInt(find(answer, "\"clientId\":\\s*(\\d+)"));
        answered = answer;
        return answer;
    }

    /** Tells the server that the page is left, as browsers do. */
    @Override
    public void close() throws IOException {
        if (frames != null) {
            frames.close();
        }
        String body = "{\"csrfToken\":\"%s\",\"rpc\":[],\"syncId\":%d,\"clientId\":%d,\"UNLOAD\":true}"
                .formatted(token, sync, client);
        Http.post(origin.resolve(path + "?v-r=uidl&v-uiId=" + ui), body, cookie, "Content-Type: application/json");
    }

    private static String ask(Http.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("Not a page: " + answer);
        }
        return answer.body();
    }

    private static String find(String text, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IOException("No " + pattern + " in " + text.substring(0, Math.min(400, text.length())));
        }
        return found.group(1);
    }
}
