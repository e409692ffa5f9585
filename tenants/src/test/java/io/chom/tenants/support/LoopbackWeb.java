package io.chom.tenants.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A web server on loopback that says, byte for byte, what a test has it say. Closes each connection after its answer. */
public final class LoopbackWeb implements AutoCloseable {

    /** Writes an answer, as wrongly as it likes. */
    public interface Script {

        /** Writes it; the connection is closed at the end. */
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Queue<List<String>> heads = new ConcurrentLinkedQueue<>();

    /** Listens at a free port of 127.0.0.1. */
    public LoopbackWeb() {
        try {
            server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** A port. */
    public int port() {
        return server.getLocalPort();
    }

    /** Its address with this path. */
    public String at(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** Says this at the path. */
    public LoopbackWeb says(String path, Script script) {
        scripts.put(path, script);
        return this;
    }

    /** Has this at the path. */
    public LoopbackWeb has(String path, String type, byte[] body) {
        return says(path, answer("200 OK", "Content-Type: " + type, body));
    }

    /** Has this text at the path. */
    public LoopbackWeb has(String path, String type, String body) {
        return has(path, type, body.getBytes(UTF_8));
    }

    /** Leads on to another place. */
    public LoopbackWeb leads(String path, String location) {
        return says(path, answer("302 Found", "Location: " + location, new byte[0]));
    }

    /** A well-formed answer. */
    public static Script answer(String status, String header, byte[] body) {
        return out -> {
            out.write("HTTP/1.1 %s\r\n%s\r\nContent-Length: %d\r\n\r\n"
                    .formatted(status, header, body.length)
                    .getBytes(ISO_8859_1));
            out.write(body);
        };
    }

    /** The heads of all requests, a line an entry, the first asked first. */
    public List<List<String>> heads() {
        return List.copyOf(heads);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                // The test is over.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            var head = new java.util.ArrayList<String>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.add(line);
            }
            heads.add(head);
            String path = head.getFirst().split(" ")[1];
            scripts.getOrDefault(path, answer("404 Not Found", "Content-Type: text/plain", "none".getBytes(UTF_8)))
                    .answer(socket.getOutputStream());
            socket.shutdownOutput();
            in.readLine();
        } catch (IOException | InterruptedException | RuntimeException gone) {
            // Whoever asked does not want the rest.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
