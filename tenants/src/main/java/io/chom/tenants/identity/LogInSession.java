package io.chom.tenants.identity;

/**
 * The identity provider's own session of a browser, the {@code sid} of a token: as long as it lasts, the browser logs in
 * again without being asked for anything.
 *
 * @param realm where the person logged in
 * @param id 1–255 printable ASCII characters without spaces
 */
public record LogInSession(RealmName realm, String id) {

    public LogInSession {
        if (id.isEmpty() || id.length() > 255 || !id.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("A session of the identity provider has 1–255 printable characters.");
        }
    }
}
