package io.chom.tenants.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server on the loopback address that takes every mail, unless it is told what else to say to a command. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Instead of a reply: never any. */
    public static final String SILENCE = "";

    private final ServerSocket server;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    public ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** What to say from now on to commands that begin so; {@code "."} is the end of a mail, {@code "hello"} the start. */
    public ScriptedSmtp say(String command, String reply) {
        replies.put(command, reply);
        return this;
    }

    /** Takes every mail again. */
    public void relent() {
        replies.clear();
    }

    public int port() {
        return server.getLocalPort();
    }

    public URI url() {
        return URI.create("smtp://127.0.0.1:" + port());
    }

    /** The mails that it has taken, as they came. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    /** All commands that it has heard. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket one : open) {
                one.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            answer(socket, reply("hello", "220 scripted"));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                if (line.equals("DATA") && !replies.containsKey("DATA")) {
                    answer(socket, "354 go on");
                    String mail = mail(in);
                    String reply = reply(".", "250 2.0.0 taken");
                    if (reply.startsWith("250")) {
                        taken.add(mail);
                    }
                    answer(socket, reply);
                } else {
                    answer(
                            socket,
                            reply(line, line.startsWith("EHLO") ? "250-scripted\r\n250 SIZE" : "250 2.1.0 fine"));
                }
            }
        } catch (IOException gone) {
            // The other side has gone, or the test is over.
        }
    }

    private String reply(String command, String otherwise) {
        return replies.entrySet().stream()
                .filter(one -> command.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static String mail(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // A line's own dot at its start was doubled (RFC 5321, section 4.5.2).
            mail.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        return mail.toString();
    }

    private static void answer(Socket socket, String reply) throws IOException {
        if (!reply.isEmpty()) {
            socket.getOutputStream().write((reply + "\r\n").getBytes(UTF_8));
            socket.getOutputStream().flush();
        }
    }
}
