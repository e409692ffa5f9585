package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In front of a server that says everything back. */
class FaultProxyTest {

    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = new FaultProxy(echo.getLocalPort());
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> sayBack(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void sayBack(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException reset) {
            // The client is gone.
        }
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void without_a_fault_everything_passes_and_ends_are_told() throws IOException {
        try (Socket client = connect()) {
            assertThat(said(client, 1)).isEqualTo(1);
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> proxy.open() == 0);
    }

    @Test
    void a_slow_one_answers_later_on_open_connections_too() throws IOException {
        try (Socket client = connect()) {
            assertThat(said(client, 1)).isEqualTo(1);
            proxy.slow(Duration.ofMillis(300));
            long began = System.nanoTime();
            assertThat(said(client, 2)).isEqualTo(2);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(290));
            proxy.mend();
            assertThat(said(client, 3)).isEqualTo(3);
        }
    }

    @Test
    void a_cut_resets_open_connections_only() throws IOException {
        try (Socket client = connect();
                Socket next = cutAndConnect(client)) {
            assertThatThrownBy(() -> said(client, 2)).isInstanceOf(IOException.class);
            assertThat(said(next, 3)).isEqualTo(3);
        }
    }

    private Socket cutAndConnect(Socket open) throws IOException {
        assertThat(said(open, 1)).isEqualTo(1);
        proxy.cut();
        return connect();
    }

    @Test
    void a_silent_one_keeps_connections_open_and_carries_nothing_even_when_mended() throws IOException {
        try (Socket before = connect()) {
            assertThat(said(before, 1)).isEqualTo(1);
            proxy.silence();
            try (Socket within = connect()) {
                assertThatThrownBy(() -> said(before, 2)).isInstanceOf(SocketTimeoutException.class);
                assertThatThrownBy(() -> said(within, 3)).isInstanceOf(SocketTimeoutException.class);
                proxy.mend();
                assertThatThrownBy(() -> said(before, 4)).isInstanceOf(SocketTimeoutException.class);
                assertThatThrownBy(() -> said(within, 5)).isInstanceOf(SocketTimeoutException.class);
            }
            try (Socket after = connect()) {
                assertThat(said(after, 6)).isEqualTo(6);
            }
        }
    }

    @Test
    void a_refusing_one_is_not_there_until_mended() throws IOException {
        try (Socket client = connect()) {
            assertThat(said(client, 1)).isEqualTo(1);
            proxy.refuse();
            assertThatThrownBy(() -> said(client, 2)).isInstanceOf(IOException.class);
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }
        proxy.mend();
        try (Socket client = connect()) {
            assertThat(said(client, 3)).isEqualTo(3);
        }
    }

    private Socket connect() throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(400);
        return client;
    }

    /** Whether the end comes as a reset or in good order depends on who is faster; either is one. */
    private static int said(Socket client, int what) throws IOException {
        client.getOutputStream().write(what);
        int answer = client.getInputStream().read();
        if (answer < 0) {
            throw new EOFException("The connection has ended.");
        }
        return answer;
    }
}
