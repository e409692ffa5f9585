package io.chom.tenants.identity;

import java.time.Instant;

/**
 * A session of the portal, as any process of it can go on with it.
 *
 * @param signIn who is signed in, where and since when
 * @param end when one of its limits ends it, if the person does nothing more
 * @param ticket what the process needs besides
 */
public record KeptSession(SignIn signIn, Instant end, SessionTicket ticket) {}
