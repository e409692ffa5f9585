package io.chom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chom.embedded.part.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalancerPartTest {

    @TempDir
    private Path data;

    private Program one;
    private Program two;
    private Embedded embedded;
    private String address;

    @BeforeEach
    void start() throws Exception {
        one = new Program("one");
        two = new Program("two");
        embedded = Embedded.start(
                data,
                "--chom.embedded.parts=balancer",
                "--chom.embedded.balancer=8080=" + one.backend() + "+" + two.backend());
        address = embedded.property("chom.embedded.balancer-url");
        await(Set.of("one", "two"));
    }

    @AfterEach
    void stop() {
        embedded.close();
        one.close();
        two.close();
    }

    @Test
    void only_those_that_are_ready_get_requests_and_if_none_is_those_that_answer() throws Exception {
        two.status = 503;
        await(Set.of("one"));
        one.status = 503;
        await(Set.of("one", "two"));
        two.status = 200;
        await(Set.of("two"));
    }

    @Test
    void a_session_stays_where_it_is_at_home_and_moves_when_that_is_gone() throws Exception {
        for (String cookies : new String[] {"session=A.two", "x=1; __Host-session=A.two", "session=0; session=A.two"}) {
            for (int i = 0; i < 5; i++) {
                assertThat(Http.get(address, "Cookie", cookies).body()).startsWith("two\n");
            }
        }
        two.close();
        assertThat(Http.get(address, "Cookie", "session=A.two").body()).startsWith("one\n");
    }

    /** What says that it is ready, and refuses in the same moment, is passed over, even with a body to be sent. */
    @Test
    void no_request_is_lost_to_a_process_that_refuses() throws Exception {
        two.refuse();
        for (int i = 0; i < 20; i++) {
            assertThat(Http.get(address).body()).startsWith("one\n");
            var posted =
                    Http.send(Http.request(address, "Cookie", "session=A.two").POST(BodyPublishers.ofString("x")));
            assertThat(posted.body()).startsWith("one\n");
        }
    }

    @Test
    void nobody_there_is_an_answer_that_says_when_to_come_again() throws Exception {
        one.close();
        two.close();

        HttpResponse<String> answer = Http.get(address);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void what_a_client_says_of_proxies_is_replaced_by_what_is_true() throws Exception {
        String seen = Http.get(
                        address,
                        "X-Forwarded-For",
                        "6.6.6.6",
                        "X-Forwarded-Host",
                        "evil.example",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Prefix",
                        "/evil",
                        "Forwarded",
                        "for=6.6.6.6",
                        "X-Real-IP",
                        "6.6.6.6")
                .body();

        assertThat(seen)
                .contains("x-forwarded-for=[127.0.0.1]", "x-forwarded-proto=[http]")
                .contains("x-forwarded-host=[" + address.replace("http://", "") + "]")
                .contains("host=[" + address.replace("http://", "") + "]")
                .doesNotContain("6.6.6.6", "evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8080", "8080=", "8080=one", "x=one:1:2", "8080=One:1:2", "8080=one:1:2:3"})
    void settings_that_make_no_sense_are_refused(String gates) {
        assertThatThrownBy(() -> Embedded.start(data.resolve("other"), "--chom.embedded.balancer=" + gates))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Asks until exactly these answer. */
    private void await(Set<String> wanted) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        Set<String> heard = new HashSet<>();
        while (!heard.equals(wanted)) {
            assertThat(Instant.now()).as("heard %s, not %s", heard, wanted).isBefore(end);
            heard.clear();
            for (int i = 0; i < 8; i++) {
                heard.add(Http.get(address).body().lines().findFirst().orElse(""));
            }
        }
    }

    /** A program behind the proxy, which tells its name and the headers that it got. */
    private static final class Program implements AutoCloseable {

        private final String name;
        private final HttpServer server;
        private final HttpServer health;
        private volatile int status = 200;

        Program(String name) throws IOException {
            this.name = name;
            this.server = listening(this::tell);
            this.health = listening(exchange -> answer(exchange, status, ""));
        }

        private static HttpServer listening(com.sun.net.httpserver.HttpHandler handler) throws IOException {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.anyFree()), 0);
            server.createContext("/", handler);
            server.start();
            return server;
        }

        String backend() {
            return name + ":" + server.getAddress().getPort() + ":"
                    + health.getAddress().getPort();
        }

        private void tell(HttpExchange exchange) throws IOException {
            var headers = new TreeMap<String, Object>();
            exchange.getRequestHeaders().forEach((header, values) -> headers.put(header.toLowerCase(), values));
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 200, name + "\n" + headers);
        }

        private static void answer(HttpExchange exchange, int status, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }

        /** Goes on to say that it is ready. */
        void refuse() {
            server.stop(0);
        }

        @Override
        public void close() {
            server.stop(0);
            health.stop(0);
        }
    }
}
