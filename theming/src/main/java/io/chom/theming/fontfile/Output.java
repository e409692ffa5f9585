package io.chom.theming.fontfile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Collects the bytes of a table, and no more than a font may have. */
final class Output {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output one(int value) {
        DamagedFont.unless(bytes.size() < Woff2.MOST_UNPACKED);
        bytes.write(value);
        return this;
    }

    Output two(int value) {
        return one(value >> 8).one(value);
    }

    Output four(int value) {
        return two(value >> 16).two(value);
    }

    Output all(byte[] some) {
        DamagedFont.unless(bytes.size() + some.length <= Woff2.MOST_UNPACKED);
        bytes.writeBytes(some);
        return this;
    }

    /** The next bytes of a stream. */
    Output from(ByteBuffer stream, int length) {
        DamagedFont.unless(length <= stream.remaining());
        var some = new byte[length];
        stream.get(some);
        return all(some);
    }

    /** Up to the next multiple of four. */
    Output padded() {
        while (bytes.size() % 4 != 0) {
            one(0);
        }
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
