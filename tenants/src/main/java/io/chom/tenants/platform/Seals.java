package io.chom.tenants.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The seals of this installation: what is kept in the database or handed out, and may be read by this program only. */
@Component
@EnableConfigurationProperties(SealProperties.class)
public final class Seals {

    private final byte[] secret;

    Seals(SealProperties properties) {
        this.secret = properties.key().getBytes(UTF_8);
    }

    /**
     * The seal for a purpose; the same in every process and after every restart.
     *
     * @param purpose in ASCII, such as {@code mail server password}; never changes, or nothing opens any more
     */
    public Seal of(String purpose) {
        return Seal.of(secret, purpose);
    }
}
