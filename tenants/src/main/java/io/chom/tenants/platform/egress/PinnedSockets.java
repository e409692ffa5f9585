package io.chom.tenants.platform.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;

/**
 * Sockets that lead to one address, whatever name they are told to connect to: the name stays good for what is said over
 * them, such as the check of a certificate. Closing this closes them all, also while somebody waits on one.
 */
public final class PinnedSockets extends SocketFactory implements AutoCloseable {

    private final InetAddress address;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** @param address where every socket leads */
    public PinnedSockets(InetAddress address) {
        this.address = address;
    }

    /** A socket that is not connected yet; its port is the one that it is told. */
    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new Pinned();
        open.add(socket);
        if (closed) {
            socket.close();
        }
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(port);
    }

    private Socket connected(int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(address, port));
        return socket;
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(PinnedSockets::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Closed is what it was to be.
        }
    }

    private final class Pinned extends Socket {

        @Override
        public void connect(SocketAddress told) throws IOException {
            connect(told, 0);
        }

        @Override
        public void connect(SocketAddress told, int timeout) throws IOException {
            super.connect(new InetSocketAddress(address, ((InetSocketAddress) told).getPort()), timeout);
        }
    }
}
