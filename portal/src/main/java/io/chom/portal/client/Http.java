package io.chom.portal.client;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One request over a connection of its own, with exactly the headers that it is given. Names below {@code localhost} are
 * this machine (RFC 6761), whatever it takes them for.
 */
public final class Http {

    private static final int SILENCE = 30_000;

    private Http() {}

    /**
     * An answer.
     *
     * @param head its lines, the status first
     */
    public record Answer(List<String> head, String body) {

        /** The three figures of the status line. */
        public int status() {
            return Integer.parseInt(head.getFirst().split(" ")[1]);
        }

        /** The values of all headers of this name. */
        public Stream<String> headers(String name) {
            return head.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip());
        }

        /** The value of a header that is there. */
        public String header(String name) {
            return headers(name).findFirst().orElseThrow(() -> new IllegalStateException("no " + name + " in " + head));
        }
    }

    /** Asks, and reads the answer to its end, for at most half a minute without a word. */
    public static Answer get(int port, String host, String path, String... headers) throws IOException {
        return send(here(port), request("GET", host, path, "close", "", headers));
    }

    /** Sends a body, and reads the answer in the same way. */
    public static Answer post(int port, String host, String path, String body, String... headers) throws IOException {
        return send(here(port), request("POST", host, path, "close", body, headers));
    }

    /** Asks wherever the address says, encrypted if it says so, and reads the answer to its end. */
    public static Answer get(URI at, String... headers) throws IOException {
        return send(at, request("GET", at.getAuthority(), path(at), "close", "", headers));
    }

    /**
     * Asks for a file wherever the address says.
     *
     * @return its bytes
     * @throws IOException if it is not there
     */
    public static byte[] file(URI at, String... headers) throws IOException {
        Answer raw = exchange(at, request("GET", at.getAuthority(), path(at), "close", "", headers));
        if (raw.status() != 200) {
            throw new IOException("No file: " + raw.head().getFirst());
        }
        return raw.body().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends a body wherever the address says. */
    public static Answer post(URI at, String body, String... headers) throws IOException {
        return send(at, request("POST", at.getAuthority(), path(at), "close", body, headers));
    }

    private static String path(URI at) {
        String path = at.getRawPath().isEmpty() ? "/" : at.getRawPath();
        return at.getRawQuery() == null ? path : path + "?" + at.getRawQuery();
    }

    /** The port of an address, its scheme's own if it names none. */
    public static int port(URI at) {
        return at.getPort() >= 0 ? at.getPort() : at.getScheme().equals("https") ? 443 : 80;
    }

    /** A connection to where an address says. */
    static Socket connect(URI at) throws IOException {
        String host = at.getHost();
        boolean isHere = host.equals("localhost") || host.endsWith(".localhost");
        var socket = new Socket(isHere ? "127.0.0.1" : host, port(at));
        return at.getScheme().equals("https") ? encrypted(socket, host, port(at)) : socket;
    }

    private static Socket encrypted(Socket socket, String host, int port) throws IOException {
        var encrypted =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, host, port, true);
        var parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        return encrypted;
    }

    /** A request for a connection that stays open. */
    public static byte[] kept(String method, String host, String path, String body, String... headers) {
        return request(method, host, path, "keep-alive", body, headers);
    }

    private static byte[] request(
            String method, String host, String path, String connection, String body, String... headers) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: " + connection + "\r\n"
                + String.join(
                        "", Stream.of(headers).map(header -> header + "\r\n").toList())
                + (method.equals("GET") ? "" : "Content-Length: " + content.length + "\r\n")
                + "\r\n";
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(first, first.length + content.length);
        System.arraycopy(content, 0, all, first.length, content.length);
        return all;
    }

    private static URI here(int port) {
        return URI.create("http://localhost:" + port);
    }

    private static Answer send(URI at, byte[] request) throws IOException {
        Answer raw = exchange(at, request);
        return new Answer(
                raw.head(), new String(raw.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /** The answer with a letter for each byte. */
    private static Answer exchange(URI at, byte[] request) throws IOException {
        try (Socket socket = connect(at)) {
            socket.setSoTimeout(SILENCE);
            socket.getOutputStream().write(request);
            byte[] all = socket.getInputStream().readAllBytes();
            String text = new String(all, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new IOException("No HTTP answer: " + text);
            }
            var raw = new Answer(text.substring(0, end).lines().toList(), text.substring(end + 4));
            String body = raw.headers("Transfer-Encoding").anyMatch("chunked"::equalsIgnoreCase)
                    ? joined(raw.body())
                    : raw.body();
            return new Answer(raw.head(), body);
        }
    }

    /** Chunks as RFC 9112 has them, of which a word that is looked for may lie across two. */
    private static String joined(String chunks) throws IOException {
        var whole = new StringBuilder();
        int at = 0;
        while (true) {
            int line = chunks.indexOf("\r\n", at);
            if (line < 0) {
                throw new IOException("The answer is cut off after " + whole.length() + " characters.");
            }
            int length =
                    Integer.parseInt(chunks.substring(at, line).split(";")[0].strip(), 16);
            if (length == 0) {
                return whole.toString();
            }
            at = line + 2 + length;
            if (at + 2 > chunks.length()) {
                throw new IOException("The answer is cut off after " + whole.length() + " characters.");
            }
            whole.append(chunks, line + 2, at);
            at += 2;
        }
    }
}
