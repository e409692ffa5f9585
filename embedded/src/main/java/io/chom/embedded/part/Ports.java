package io.chom.embedded.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gives out the ports of the parts, all on the loopback address. */
public final class Ports {

    private static final int MAX_OFFSET = 55_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private final boolean free;
    private final int offset;

    private Ports(boolean free, int offset) {
        this.free = free;
        this.offset = offset;
    }

    /**
     * The documented ports, each moved.
     *
     * @param offset 0 to 55,000
     * @throws PartFailed if it is not
     */
    public static Ports fixed(int offset) throws PartFailed {
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new PartFailed("chom.port-offset must be between 0 and %d, but is %d.".formatted(MAX_OFFSET, offset));
        }
        return new Ports(false, offset);
    }

    /** Whatever ports are free, for tests. */
    public static Ports free() {
        return new Ports(true, 0);
    }

    /**
     * The port for one server of a part.
     *
     * @param standard the documented port
     * @param label what wants it, for the message
     * @param setting the property that makes this part unnecessary, for the message
     * @throws PartFailed if another program listens there
     */
    public int claim(int standard, String label, String setting) throws IOException {
        if (free) {
            return anyFree();
        }
        int port = standard + offset;
        if (!available(port)) {
            throw PartFailed.portTaken(port, label, setting);
        }
        return port;
    }

    /**
     * The port for a server that only this program can be.
     *
     * @param standard the documented port
     * @param label what wants it, for the message
     * @throws PartFailed if another program listens there
     */
    public int claim(int standard, String label) throws IOException {
        if (!free && !available(standard + offset)) {
            throw PartFailed.portTaken(standard + offset, label);
        }
        return free ? anyFree() : standard + offset;
    }

    /** A documented port that belongs to somebody else, moved like all others. */
    public int moved(int standard) {
        return standard + offset;
    }

    /**
     * A port that nobody needs to know, free at this moment, and given to nobody else in this program: some take a while to
     * open theirs, and until then the system gives it out again.
     */
    public static int anyFree() throws IOException {
        int port = oneFree();
        while (!GIVEN.add(port)) {
            port = oneFree();
        }
        return port;
    }

    private static int oneFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean available(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
