package io.chom.tenants.tenancy.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Message;

/** A name server on a loopback address, over UDP and TCP. */
public final class LoopbackServer implements AutoCloseable {

    /** What it answers, as bytes, so that it can lie in every way; empty for silence. */
    public interface Script {
        Optional<byte[]> answer(Message query, boolean stream);
    }

    private static final int TRIES = 20;

    private final DatagramSocket datagrams;
    private final ServerSocket streams;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Script script;

    private LoopbackServer(ServerSocket streams, DatagramSocket datagrams, Script script) {
        this.streams = streams;
        this.datagrams = datagrams;
        this.script = script;
        Thread.ofVirtual().start(this::receive);
        Thread.ofVirtual().start(this::accept);
    }

    /** One that listens at once, on a free port. */
    public static LoopbackServer on(String address, Script script) {
        return together(Map.of(address, script)).get(address);
    }

    /**
     * Several that listen at once, all on the same port. The machine lends ports to connections of others at any time, so that
     * one that is free for the first server may not be for the next: then all of them take another.
     *
     * @param scripts by address
     */
    static Map<String, LoopbackServer> together(Map<String, Script> scripts) {
        for (int tries = 1; ; tries++) {
            var servers = new HashMap<String, LoopbackServer>();
            try {
                for (var one : scripts.entrySet()) {
                    int port = servers.values().stream()
                            .findFirst()
                            .map(LoopbackServer::port)
                            .orElse(0);
                    servers.put(one.getKey(), listening(one.getKey(), port, one.getValue()));
                }
                return servers;
            } catch (IOException e) {
                servers.values().forEach(LoopbackServer::close);
                if (tries == TRIES) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static LoopbackServer listening(String address, int port, Script script) throws IOException {
        InetAddress place = InetAddress.ofLiteral(address);
        var streams = new ServerSocket(port, 50, place);
        try {
            return new LoopbackServer(streams, new DatagramSocket(streams.getLocalPort(), place), script);
        } catch (IOException e) {
            streams.close();
            throw e;
        }
    }

    /** Where it listens. */
    public int port() {
        return datagrams.getLocalPort();
    }

    /** How many questions came in. */
    public int asked() {
        return asked.get();
    }

    Script script() {
        return script;
    }

    void does(Script other) {
        script = other;
    }

    private void receive() {
        while (!datagrams.isClosed()) {
            var packet = new DatagramPacket(new byte[4096], 4096);
            try {
                datagrams.receive(packet);
                var answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()), false);
                if (answer.isPresent()) {
                    byte[] bytes = answer.get();
                    datagrams.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // The socket is closed, or the asker is gone.
            }
        }
    }

    private void accept() {
        while (!streams.isClosed()) {
            try {
                Socket socket = streams.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // The socket is closed.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            var out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                var answer = answer(in.readNBytes(in.readUnsignedShort()), true);
                if (answer.isPresent()) {
                    out.writeShort(answer.get().length);
                    out.write(answer.get());
                    out.flush();
                }
            }
        } catch (IOException e) {
            // The asker is done.
        }
    }

    private Optional<byte[]> answer(byte[] query, boolean stream) throws IOException {
        asked.incrementAndGet();
        return script.answer(new Message(query), stream);
    }

    @Override
    public void close() {
        try {
            datagrams.close();
            streams.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
