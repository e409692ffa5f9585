package io.chom.tenants.identity;

import java.time.Instant;

/**
 * A session of the portal, as the process that has it tells the others.
 *
 * @param handle names it
 * @param person whose it is
 * @param browser such as {@code Firefox}, empty if unknown; at most 40 characters
 * @param system such as {@code Windows}, empty if unknown; at most 40 characters
 * @param signedIn when the password was last asked for
 * @param lastSeen when the person last did something there
 */
public record SignIn(
        SessionHandle handle, PersonId person, String browser, String system, Instant signedIn, Instant lastSeen) {

    private static final int LONGEST = 40;

    public SignIn {
        if (browser.length() > LONGEST || system.length() > LONGEST) {
            throw new IllegalArgumentException("The name of a browser or a system has at most 40 characters.");
        }
    }
}
