package io.chom.tenants.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person can have done about their own credentials. The identity provider does it on its pages, after a log-in
 * that is not old, so that no screen of ours ever sees a password.
 *
 * @param text how it stands in an address: {@code password}, {@code authenticator}, {@code passkey}, or
 *     {@code remove-} and the id of a credential
 * @param action the provider's name for it, see
 *     <a href="https://www.keycloak.org/docs/latest/server_admin/#con-aia_server_administration_guide">Application
 *     initiated actions</a>
 */
public record CredentialChange(String text, String action) {

    private static final Pattern REMOVAL =
            Pattern.compile("remove-(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    /** Sets up one more, or another password. */
    public static CredentialChange setUp(Credential.Kind kind) {
        var action = switch (kind) {
            case PASSWORD -> "UPDATE_PASSWORD";
            case AUTHENTICATOR -> "CONFIGURE_TOTP";
            case PASSKEY -> "webauthn-register-passwordless";
        };
        return new CredentialChange(kind.name().toLowerCase(Locale.ROOT), action);
    }

    /** Removes one. */
    public static CredentialChange remove(CredentialId credential) {
        return new CredentialChange("remove-" + credential, "delete_credential:" + credential);
    }

    /** The one that stands in an address; empty if none does. */
    public static Optional<CredentialChange> read(String text) {
        for (var kind : Credential.Kind.values()) {
            var change = setUp(kind);
            if (change.text().equals(text)) {
                return Optional.of(change);
            }
        }
        var removal = REMOVAL.matcher(text);
        return removal.matches() ? Optional.of(remove(CredentialId.of(removal.group(1)))) : Optional.empty();
    }
}
