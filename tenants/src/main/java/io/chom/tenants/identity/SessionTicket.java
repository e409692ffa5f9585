package io.chom.tenants.identity;

/**
 * With what another process of the portal goes on with a session, once the browser shows the session's cookie. Who reads
 * it without the cookie learns nothing.
 *
 * @param mark by which the session is found: 64 hexadecimal digits, which nobody can turn back into the cookie
 * @param sealed what the log-in told, encrypted with a key that only the cookie yields; at most 32,768 characters
 */
public record SessionTicket(String mark, String sealed) {

    private static final int LONGEST = 32_768;

    public SessionTicket {
        if (!mark.matches("[0-9a-f]{64}") || sealed.isEmpty() || sealed.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A session's ticket has a mark of 64 hexadecimal digits and a sealed text.");
        }
    }
}
