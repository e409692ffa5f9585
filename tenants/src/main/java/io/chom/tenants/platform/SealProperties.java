package io.chom.tenants.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With what this installation seals. The embedded PostgreSQL brings a key along with the rows that it seals.
 *
 * @param key at least 32 characters of randomness, such as {@code head -c 32 /dev/urandom | base64} gives
 */
@ConfigurationProperties("chom.seal")
record SealProperties(@DefaultValue("") String key) {

    private static final int SHORTEST = 32;

    SealProperties {
        if (key.strip().length() < SHORTEST) {
            throw new IllegalArgumentException("chom.seal.key has at least 32 characters, of which nobody knows one.");
        }
        key = key.strip();
    }

    @Override
    public String toString() {
        return "(key)";
    }
}
