package io.chom.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of a Vaadin application as its own script runs it, without the script: its first page, its socket, its changes
 * of view, its end.
 */
final class AppPage implements AutoCloseable {

    private final int port;
    private final String host;
    private final String cookie;
    private final String path;
    private String ui = "";
    private String token = "";
    private String pushId = "";
    private int sync;
    private int client;
    private @Nullable Socket socket;

    private AppPage(int port, String host, String path, String cookie) {
        this.port = port;
        this.host = host;
        this.path = path;
        this.cookie = cookie;
    }

    /**
     * Opens it with everything that the server computes for a first page: the document, the application, the first view.
     *
     * @param path where the application is, such as {@code /app/}
     */
    static AppPage open(int port, String host, String path, String cookie) throws IOException {
        var page = new AppPage(port, host, path, cookie);
        page.start();
        return page;
    }

    private void start() throws IOException {
        ask(Http.get(port, host, path, cookie, "Accept: text/html", "Accept-Language: en"));
        String config = ask(Http.get(
                port,
                host,
                path + "?v-r=init&location=&query=",
                cookie,
                "Accept: application/json",
                "Accept-Language: en"));
        ui = find(config, "\"v-uiId\":\\s*(\\d+)");
        token = find(config, "\"Vaadin-Security-Key\":\\s*\"([^\"]+)\"");
        pushId = config.contains("Vaadin-Push-ID") ? find(config, "\"Vaadin-Push-ID\":\\s*\"([^\"]+)\"") : "";
        navigate("");
    }

    /** Opens the socket by which the server pushes; stays open until the page closes. */
    AppPage connected() throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        String query = "v-r=push&v-uiId=" + ui + "&v-pushId=" + URLEncoder.encode(pushId, StandardCharsets.UTF_8)
                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-Framework=4.0.1-javascript"
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true"
                + "&Content-Type=application/json%3B%20charset%3DUTF-8";
        String request =
                "GET " + path + "VAADIN/push?" + query + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
                        + "\r\n" + cookie
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        String head = head(socket.getInputStream());
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException("No socket: " + head);
        }
        return this;
    }

    /** Asks for a view and waits for what the server sends for it at once. */
    String navigate(String route) throws IOException {
        return message("""
                {"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"","appShellTitle":"",\
                "historyState":{"idx":0},"trigger":""}}""".formatted(route));
    }

    /** Waits until the server has pushed something. */
    int awaitPush() throws IOException {
        return frame(java.util.Objects.requireNonNull(socket).getInputStream());
    }

    private String message(String call) throws IOException {
        String body = "{\"csrfToken\":\"%s\",\"rpc\":[%s],\"syncId\":%d,\"clientId\":%d}"
                .formatted(token, call, sync, client);
        String answer = ask(
                Http.post(port, host, path + "?v-r=uidl&v-uiId=" + ui, body, cookie, "Content-Type: application/json"));
        sync = Integer.parseInt(find(answer, "\"syncId\":\\s*(\\d+)"));
        client = Integer.parseInt(find(answer, "\"clientId\":\\s*(\\d+)"));
        return answer;
    }

    /** Tells the server that the page is left, as browsers do. */
    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        String body = "{\"csrfToken\":\"%s\",\"rpc\":[],\"syncId\":%d,\"clientId\":%d,\"UNLOAD\":true}"
                .formatted(token, sync, client);
        Http.post(port, host, path + "?v-r=uidl&v-uiId=" + ui, body, cookie, "Content-Type: application/json");
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

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("Cut off: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Reads one frame (RFC 6455, section 5.2) and says how long it was; a server does not mask. */
    private static int frame(InputStream in) throws IOException {
        in.skipNBytes(1);
        int length = in.read() & 0x7f;
        if (length == 126) {
            length = in.read() << 8 | in.read();
        } else if (length == 127) {
            in.skipNBytes(4);
            length = in.read() << 24 | in.read() << 16 | in.read() << 8 | in.read();
        }
        in.skipNBytes(length);
        return length;
    }
}
