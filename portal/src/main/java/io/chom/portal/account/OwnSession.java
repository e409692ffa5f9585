package io.chom.portal.account;

import io.chom.tenants.identity.SessionHandle;
import java.time.Instant;

/**
 * A place where the person is signed in.
 *
 * @param handle names it
 * @param device the browser
 * @param signedIn when the password was last asked for
 * @param lastSeen when the person last did something there
 */
public record OwnSession(SessionHandle handle, Device device, Instant signedIn, Instant lastSeen) {}
