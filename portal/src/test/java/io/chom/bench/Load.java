package io.chom.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * A closed loop over HTTP/1.1: each of some connections asks again when it was answered. One thread that does nothing
 * but move bytes, because on a small machine a generous client would be measured instead of the server.
 */
final class Load {

    private final int port;
    private final Supplier<byte[]> requests;
    private final int expected;
    private final Histogram latencies = new Histogram(60_000_000L, 3);
    private final List<String> failures = new ArrayList<>();
    private long answers;

    private Load(int port, Supplier<byte[]> requests, int expected) {
        this.port = port;
        this.requests = requests;
        this.expected = expected;
    }

    /**
     * What came of it.
     *
     * @param answers complete and with the expected status
     * @param elapsed from the first request to the last answer
     * @param latencies in microseconds
     */
    record Result(long answers, Duration elapsed, Histogram latencies) {

        double perSecond() {
            return answers / (elapsed.toNanos() / 1e9);
        }

        double p95Millis() {
            return latencies.getValueAtPercentile(95) / 1000.0;
        }
    }

    /**
     * Runs it.
     *
     * @param requests whole requests, head and body
     * @param expected the status of every answer; another one ends the run
     */
    static Result run(int port, int connections, Duration time, int expected, Supplier<byte[]> requests)
            throws IOException {
        return new Load(port, requests, expected).run(connections, time);
    }

    private Result run(int connections, Duration time) throws IOException {
        long began = System.nanoTime();
        long end = began + time.toNanos();
        try (Selector selector = Selector.open()) {
            List<Line> open = new ArrayList<>();
            for (int n = 0; n < connections; n++) {
                open.add(new Line(selector));
            }
            while (open.stream().anyMatch(line -> line.waiting)) {
                if (selector.select(10_000) == 0) {
                    throw new IOException("No answer within 10 s from port " + port);
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    ((Line) key.attachment()).read(System.nanoTime() < end);
                }
                selector.selectedKeys().clear();
                if (!failures.isEmpty()) {
                    throw new IOException("Not " + expected + " but: " + failures.getFirst());
                }
            }
            for (Line line : open) {
                line.channel.close();
            }
        }
        return new Result(answers, Duration.ofNanos(System.nanoTime() - began), latencies);
    }

    /** One connection. */
    private final class Line {

        private final Selector selector;
        private final ByteBuffer answer = ByteBuffer.allocate(1 << 20);
        private SocketChannel channel;
        private long sent;
        private boolean waiting;

        Line(Selector selector) throws IOException {
            this.selector = selector;
            this.channel = connect();
            ask();
        }

        private SocketChannel connect() throws IOException {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            return channel;
        }

        /** Servers close a connection after some requests; the one that met that was not answered and comes again. */
        private void reconnect() throws IOException {
            if (answer.position() > 0) {
                throw new IOException("The server has closed a connection: " + Answers.head(answer));
            }
            channel.close();
            channel = connect();
            ask();
        }

        private boolean isClosed() {
            try {
                return channel.read(answer) < 0;
            } catch (IOException reset) {
                return true;
            }
        }

        private void ask() throws IOException {
            ByteBuffer request = ByteBuffer.wrap(requests.get());
            sent = System.nanoTime();
            waiting = true;
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        void read(boolean goOn) throws IOException {
            if (isClosed()) {
                reconnect();
                return;
            }
            if (!Answers.isComplete(answer)) {
                return;
            }
            if (Answers.status(answer) == expected) {
                answers++;
                latencies.recordValue(Math.min(60_000_000L, (System.nanoTime() - sent) / 1000));
            } else {
                failures.add(Answers.head(answer));
            }
            answer.clear();
            waiting = false;
            if (goOn) {
                ask();
            }
        }
    }
}
