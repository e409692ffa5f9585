package io.chom.tenants.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.netty.http.server.HttpServer;

class SlowBodyGuardTest {

    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n";
    private static final long NOTHING_DUE = -1;

    private final EmbeddedChannel connection =
            new EmbeddedChannel(new HttpServerCodec(), new SlowBodyGuard(Duration.ofSeconds(30)));

    @BeforeEach
    void stopTheClock() {
        connection.freezeTime();
    }

    @Test
    void a_body_that_does_not_come_is_answered_and_the_connection_ends() {
        send(POST + "a");
        pass(29);
        send("b");
        assertThat(connection.isOpen()).isTrue();
        pass(1);
        assertThat(sent()).startsWith("HTTP/1.1 408 Request Timeout").contains("connection: close");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void a_request_that_is_read_whole_leaves_nothing_behind() {
        send(GET);
        assertThat(connection.runScheduledPendingTasks()).isEqualTo(NOTHING_DUE);
        send(POST + "abc");
        assertThat(connection.runScheduledPendingTasks()).isEqualTo(NOTHING_DUE);
        send(POST + "a");
        send("bc");
        assertThat(connection.runScheduledPendingTasks()).isEqualTo(NOTHING_DUE);
        pass(3_600);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void every_body_has_its_own_time() {
        send(POST + "a");
        pass(20);
        send("bc");
        answer();
        send(POST + "a");
        pass(20);
        assertThat(connection.isOpen()).isTrue();
        pass(10);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void no_answer_is_put_before_one_that_is_still_owed() {
        send(GET + POST + "a");
        pass(30);
        assertThat(connection.isOpen()).isFalse();
        assertThat(sent()).isEmpty();
    }

    @Test
    void no_answer_follows_one_that_has_begun() {
        send(POST + "a");
        answer();
        sent();
        pass(30);
        assertThat(connection.isOpen()).isFalse();
        assertThat(sent()).isEmpty();
    }

    @Test
    void the_server_has_it() throws Exception {
        var properties = new Binder(new MapConfigurationPropertySource(Map.of("edge.body-time", "200ms")))
                .bindOrCreate("edge", EdgeProperties.class);
        var server = new EdgeConfiguration()
                .noDrops(properties)
                .apply(HttpServer.create().host("127.0.0.1").port(0))
                .handle((request, response) -> request.receive().then(response.send()))
                .bindNow();
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((POST + "a").getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 408");
        } finally {
            server.disposeNow();
        }
    }

    private void send(String bytes) {
        connection.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
        connection.releaseInbound();
    }

    private void answer() {
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER);
        answer.headers().set("Content-Length", 0);
        connection.writeOutbound(answer);
    }

    private String sent() {
        var text = new StringBuilder();
        for (ByteBuf bytes = connection.readOutbound(); bytes != null; bytes = connection.readOutbound()) {
            text.append(bytes.toString(StandardCharsets.US_ASCII));
            bytes.release();
        }
        return text.toString();
    }

    private void pass(long seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
