package io.chom.portal.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network with faults, for one server: forwards connections from a port of its own until told to do it badly. What a
 * fault has done to a connection stays done; after {@link #mend()} only new ones are good.
 */
final class FaultProxy implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final int port;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();

    private volatile ServerSocket door;
    private volatile Duration latency = Duration.ZERO;
    private volatile boolean silent;

    /** @param target a port of this machine, where nothing need listen yet */
    FaultProxy(int target) throws IOException {
        this.target = target;
        this.door = open(0);
        this.port = door.getLocalPort();
        accept(door);
    }

    /** Where clients connect to. */
    int port() {
        return port;
    }

    /** From now on every answer comes so much later, on connections that are open as well. */
    void slow(Duration later) {
        latency = later;
    }

    /** Resets every open connection. New ones are good. */
    void cut() {
        links.forEach(Link::reset);
    }

    /** Open connections stay open and carry nothing any more, ever; so do new ones until mended. Nobody is told. */
    void silence() {
        silent = true;
        links.forEach(Link::silence);
    }

    /** Resets every open connection, and nothing listens any more. */
    void refuse() throws IOException {
        door.close();
        cut();
    }

    /** New connections are good again. */
    void mend() throws IOException {
        latency = Duration.ZERO;
        silent = false;
        if (door.isClosed()) {
            door = open(port);
            accept(door);
        }
    }

    /** Connections that are open now, silent ones too. */
    int open() {
        return links.size();
    }

    @Override
    public void close() throws IOException {
        refuse();
    }

    private static ServerSocket open(int port) throws IOException {
        var door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return door;
    }

    private void accept(ServerSocket open) {
        Thread.ofVirtual().name("fault-proxy").start(() -> {
            while (!open.isClosed()) {
                try {
                    join(open.accept());
                } catch (IOException e) {
                    // Closed, which the loop sees, or one client less.
                }
            }
        });
    }

    private void join(Socket client) throws IOException {
        var server = new Socket();
        var link = new Link(client, server);
        links.add(link);
        if (silent) {
            link.silence();
        }
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
        } catch (IOException nobodyThere) {
            link.reset();
            return;
        }
        link.forward();
    }

    /** One client and its connection to the server. */
    private final class Link {

        private final Socket client;
        private final Socket server;
        private final AtomicInteger ends = new AtomicInteger();
        private volatile boolean mute;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void forward() {
            Thread.ofVirtual().start(() -> pump(client, server, false));
            Thread.ofVirtual().start(() -> pump(server, client, true));
        }

        void silence() {
            mute = true;
        }

        private void pump(Socket from, Socket to, boolean answers) {
            byte[] buffer = new byte[BUFFER];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    pass(buffer, read, out, answers);
                }
                ended(to, answers);
            } catch (IOException | InterruptedException broken) {
                broken(answers);
            }
        }

        private void pass(byte[] buffer, int length, OutputStream out, boolean answers)
                throws IOException, InterruptedException {
            if (answers
                    && latency.isPositive()
                    && new CountDownLatch(1).await(latency.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("impossible");
            }
            if (!mute) {
                out.write(buffer, 0, length);
            }
        }

        /** The client of a silent server learns nothing of its end. */
        private void ended(Socket to, boolean byServer) throws IOException {
            if (mute) {
                broken(byServer);
            } else {
                to.shutdownOutput();
                if (ends.incrementAndGet() == 2) {
                    reset();
                }
            }
        }

        private void broken(boolean byServer) {
            if (mute && byServer) {
                abort(server);
            } else {
                reset();
            }
        }

        /** With unsent data thrown away, which the ends see as a reset unless they had ended before. */
        void reset() {
            links.remove(this);
            abort(client);
            abort(server);
        }

        /** One at a time, for both pumps and whoever makes the faults may come at once. */
        private synchronized void abort(Socket socket) {
            if (socket.isClosed()) {
                return;
            }
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
