package io.chom.portal.journey;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP as it goes over the wire: a client library would mend the very headers that these tests bend. */
final class RawHttp {

    /** An answer: status, headers by lower-case name, body as text. */
    record Answer(int status, Map<String, String> headers, String body) {}

    private RawHttp() {}

    /** Sends a request made of these lines and reads the answer to its end. Fails if the other side ends before. */
    static Answer send(int port, String... lines) {
        return exchange(port, String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
    }

    /** Asks for a socket and listens for a second: what a refused one is told, or what an opened one is sent. */
    static Answer listen(int port, String... lines) {
        var heard = new ByteArrayOutputStream();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().transferTo(heard);
        } catch (SocketTimeoutException silence) {
            return parse(heard.toString(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parse(heard.toString(StandardCharsets.ISO_8859_1));
    }

    /** Sends a request with a body. */
    static Answer post(int port, String body, String... lines) {
        int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
        return exchange(
                port,
                String.join("\r\n", lines) + "\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static Answer exchange(int port, String request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return whole(parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As much as its head promised: whoever is killed may be so between two packets. */
    private static Answer whole(Answer answer) throws EOFException {
        var promised = answer.headers().get("content-length");
        int came = answer.body().getBytes(StandardCharsets.UTF_8).length;
        if (promised != null && came < Integer.parseInt(promised)) {
            throw new EOFException(came + " bytes of " + promised);
        }
        return answer;
    }

    private static Answer parse(String text) {
        if (text.startsWith("HTTP/1.1 100 ")) {
            return parse(text.substring(text.indexOf("\r\n\r\n") + 4));
        }
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("no HTTP answer: " + text);
        }
        String[] head = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int line = 1; line < head.length; line++) {
            int colon = head[line].indexOf(':');
            headers.put(
                    head[line].substring(0, colon).toLowerCase(Locale.ROOT),
                    head[line].substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(head[0].split(" ")[1]), headers, text.substring(end + 4));
    }
}
