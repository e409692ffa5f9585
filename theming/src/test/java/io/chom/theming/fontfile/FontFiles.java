package io.chom.theming.fontfile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.brotli.dec.BrotliInputStream;

/** Fonts in the format WOFF2: those that we serve, and some that are put together for a test. */
public final class FontFiles {

    private static final Path SERVED = Path.of("../frontend/src/main/resources/META-INF/resources/ui/fonts");
    private static final int HEADER_BYTES = 48;

    private FontFiles() {}

    /** One that we serve, such as {@code inter/latin}. */
    public static byte[] served(String name) {
        return read(SERVED.resolve(name + ".woff2"));
    }

    /** The tables of one that we embed, such as {@code inter/regular}. */
    public static Map<String, byte[]> embedded(String name) {
        var file = ByteBuffer.wrap(read(Path.of("src/main/resources/io/chom/theming/drawing/fonts", name + ".ttf")));
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (var table = 0; table < file.getShort(4); table++) {
            var entry = 12 + 16 * table;
            var tag = new byte[4];
            file.get(entry, tag);
            var bytes = new byte[file.getInt(entry + 12)];
            file.get(file.getInt(entry + 8), bytes);
            tables.put(new String(tag, StandardCharsets.ISO_8859_1), bytes);
        }
        return tables;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** A file that has these tables as they are, without packing them. */
    public static byte[] of(int flavor, Map<String, byte[]> tables) {
        var directory = new ByteArrayOutputStream();
        var content = new ByteArrayOutputStream();
        tables.forEach((tag, bytes) -> {
            directory.write(63 | (tag.equals("glyf") || tag.equals("loca") ? 0xc0 : 0));
            directory.writeBytes(tag.getBytes(StandardCharsets.ISO_8859_1));
            directory.writeBytes(base128(bytes.length));
            content.writeBytes(bytes);
        });
        return file(flavor, tables.size(), directory.toByteArray(), stored(content.toByteArray()));
    }

    static byte[] file(int flavor, int tables, byte[] directory, byte[] packed) {
        var length = HEADER_BYTES + directory.length + packed.length + 3 & ~3;
        var file = ByteBuffer.allocate(length).putInt(0x774F4632).putInt(flavor).putInt(length);
        file.putShort((short) tables).putShort((short) 0).putInt(0).putInt(packed.length);
        return file.position(HEADER_BYTES).put(directory).put(packed).array();
    }

    /** The directory of a file. */
    static byte[] directory(byte[] file) {
        var directory = ByteBuffer.wrap(file).position(HEADER_BYTES);
        for (var table = 0; table < directory.getShort(12); table++) {
            Entry.read(directory);
        }
        var bytes = new byte[directory.position() - HEADER_BYTES];
        directory.get(HEADER_BYTES, bytes);
        return bytes;
    }

    /** What is packed in a file. */
    static byte[] content(byte[] file) {
        var start = HEADER_BYTES + directory(file).length;
        try (var stream = new BrotliInputStream(
                new ByteArrayInputStream(file, start, ByteBuffer.wrap(file).getInt(20)))) {
            return stream.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** A Brotli stream of blocks that are not packed (RFC 7932, section 9.2). */
    static byte[] stored(byte[] content) {
        var stream = new ByteArrayOutputStream();
        for (var from = 0; from < content.length; from += 0x10000) {
            var length = Math.min(0x10000, content.length - from);
            // Before the first block stands the bit that says how large the window is.
            bits(stream, from == 0 ? length - 1 << 4 | 1 << 20 : length - 1 << 3 | 1 << 19);
            stream.write(content, from, length);
        }
        stream.write(3);
        return stream.toByteArray();
    }

    private static void bits(ByteArrayOutputStream stream, int three) {
        stream.write(three);
        stream.write(three >> 8);
        stream.write(three >> 16);
    }

    static byte[] base128(int number) {
        var bytes = new ByteArrayOutputStream();
        for (var shift = 28; shift > 0; shift -= 7) {
            if (number >> shift != 0) {
                bytes.write(number >> shift & 0x7f | 0x80);
            }
        }
        bytes.write(number & 0x7f);
        return bytes.toByteArray();
    }
}
