package io.chom.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** One request over a connection of its own, with exactly the headers that it is given. */
final class Http {

    private Http() {}

    /**
     * An answer.
     *
     * @param head its lines, the status first
     */
    record Answer(List<String> head, String body) {

        int status() {
            return Integer.parseInt(head.getFirst().split(" ")[1]);
        }

        Stream<String> headers(String name) {
            return head.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip());
        }

        String header(String name) {
            return headers(name).findFirst().orElseThrow(() -> new IllegalStateException("no " + name + " in " + head));
        }
    }

    static Answer get(int port, String host, String path, String... headers) throws IOException {
        return send(port, request("GET", host, path, "close", "", headers));
    }

    static Answer post(int port, String host, String path, String body, String... headers) throws IOException {
        return send(port, request("POST", host, path, "close", body, headers));
    }

    /** A request for a connection that stays open. */
    static byte[] kept(String method, String host, String path, String body, String... headers) {
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

    private static Answer send(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request);
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new IOException("No HTTP answer: " + text);
            }
            return new Answer(text.substring(0, end).lines().toList(), text.substring(end + 4));
        }
    }
}
