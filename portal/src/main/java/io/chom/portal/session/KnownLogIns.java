package io.chom.portal.session;

import io.chom.tenants.identity.SignIn;
import io.chom.tenants.tenancy.HostName;
import java.util.Optional;

/** Log-ins that another process has taken, or this one before it was restarted. */
@FunctionalInterface
interface KnownLogIns {

    /**
     * The log-in behind the session with this id, with the rights that the person has now; empty when there is none on
     * this host that still counts, and when nobody can tell.
     *
     * @param secret the session's id, without the name of a process
     */
    Optional<Known> find(HostName host, String secret);

    /**
     * One that was found.
     *
     * @param user as they work now
     * @param signIn where and since when they are signed in
     */
    record Known(PortalUser user, SignIn signIn) {}
}
