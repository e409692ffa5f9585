package io.chom.tenants.identity;

import java.util.UUID;

/**
 * Names a session of the portal towards people and other processes. It is random and has nothing to do with the
 * session's id, which is a secret and never leaves the cookie.
 *
 * @param value a random UUID as text
 */
public record SessionHandle(String value) {

    public SessionHandle {
        if (!UUID.fromString(value).toString().equals(value)) {
            throw new IllegalArgumentException("A handle is a UUID in lower case.");
        }
    }

    /** A new one. */
    public static SessionHandle next() {
        return new SessionHandle(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
