package io.chom.portal.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A socket as RFC 6455 has it, of which only the server speaks. */
final class Frames implements AutoCloseable {

    private static final int TEXT = 1;
    private static final int CLOSE = 8;

    private final Socket socket;
    private final DataInputStream in;

    private Frames(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 512));
    }

    /** @param line of the request, without the version */
    static Frames open(URI origin, Duration silence, String line, String cookie) throws IOException {
        String host = origin.getAuthority();
        var socket = Http.connect(origin);
        try {
            socket.setSoTimeout(Math.toIntExact(silence.toMillis()));
            OutputStream out = socket.getOutputStream();
            out.write((line + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin + "\r\n" + cookie
                            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            var frames = new Frames(socket);
            String head = frames.head();
            if (!head.startsWith("HTTP/1.1 101")) {
                throw new IOException("No socket: " + head);
            }
            return frames;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    private String head() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    /**
     * The next message, whole.
     *
     * @throws EOFException if there is none, because the server has closed the socket
     */
    String next() throws IOException {
        var message = new ByteArrayOutputStream();
        while (true) {
            int first = in.readUnsignedByte();
            byte[] part = in.readNBytes(length(in.readUnsignedByte()));
            int kind = first & 0x0f;
            if (kind == CLOSE) {
                throw new EOFException("The server has closed the socket.");
            }
            if (kind <= TEXT) {
                message.write(part);
                if ((first & 0x80) != 0) {
                    return message.toString(StandardCharsets.UTF_8);
                }
            }
        }
    }

    /** A server does not mask, so that the first bit says nothing. */
    private int length(int second) throws IOException {
        return switch (second) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> second;
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
