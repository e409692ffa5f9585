package io.chom.tenants.developer;

import java.security.MessageDigest;
import java.util.Arrays;

/** The SHA-256 of a key: all of it that is kept. Compared in constant time. */
final class KeyHash {

    private final byte[] bytes;

    KeyHash(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("A SHA-256 has 32 bytes.");
        }
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyHash that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
