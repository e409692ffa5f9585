package io.chom.tenants.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Time-ordered identities (RFC 9562, version 7): new rows land at the end of their index. */
public final class Uuids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Uuids() {}

    /** A new version-7 UUID; later calls in one process sort after earlier ones to the millisecond. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /**
     * Reads the 36-character form only; {@link UUID#fromString} alone would accept shortened groups.
     *
     * @throws IllegalArgumentException if the text has another length or alphabet
     */
    public static UUID parse(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException(
                    "An id has 36 characters, such as 01936d2a-7b1c-7c3e-9f4d-0123456789ab.");
        }
        return UUID.fromString(text);
    }
}
