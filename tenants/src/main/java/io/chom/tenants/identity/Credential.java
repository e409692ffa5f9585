package io.chom.tenants.identity;

import java.time.Instant;

/**
 * Something with which a person proves at a log-in who they are.
 *
 * @param kind what it is
 * @param label what the person called it; may be empty
 * @param since when it was set up or changed last
 */
public record Credential(CredentialId id, Kind kind, String label, Instant since) {

    /** What it can be. */
    public enum Kind {
        /** A word that the person knows. */
        PASSWORD,
        /** An app on a phone that shows a new code every half minute. */
        AUTHENTICATOR,
        /** A key that a device or a password keeper keeps, used instead of a password. */
        PASSKEY
    }
}
