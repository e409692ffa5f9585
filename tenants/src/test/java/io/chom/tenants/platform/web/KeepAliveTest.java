package io.chom.tenants.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.developer.Scope;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import io.chom.tenants.tenancy.Brands;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A connection on which a request came before the answer to the one before was done with, and was answered at once, was
 * never read from again (reactor-netty 1.3.6, issue 4361); under load a few of a million requests were never answered.
 */
@ApiTest
class KeepAliveTest {

    @Autowired
    Brands brands;

    @Test
    void a_connection_goes_on_after_a_request_that_had_to_wait_for_its_turn(Api api) throws IOException {
        String slow = "GET /api/v1/me HTTP/1.1\r\nHost: acme.localhost\r\nAuthorization: Bearer %s\r\n"
                .formatted(api.key(Acme.BAKERY, Scope.USAGE_READ));
        String quick = "HEAD %s HTTP/1.1\r\nHost: acme.localhost\r\n\r\n"
                .formatted(brands.of(Acme.ID).stylesheet().path());
        try (var socket = api.connect()) {
            for (int round = 0; round < 20; round++) {
                send(socket, slow + "\r\n" + quick);
                assertThat(twoAnswers(socket)).contains("HTTP/1.1 200").contains("text/css");
            }
            send(socket, slow + "Connection: close\r\n\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static void send(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** The second has no body: it ends with its head. */
    private static String twoAnswers(Socket socket) throws IOException {
        var read = new StringBuilder();
        int second = -1;
        while (second < 0 || read.indexOf("\r\n\r\n", second) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("after: %s", read).isNotNegative();
            read.append((char) next);
            second = read.indexOf("HTTP/1.1 ", 1);
        }
        return read.toString();
    }
}
