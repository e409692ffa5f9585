package io.chom.tenants.platform;

import java.util.Set;

/**
 * The one behind a call.
 *
 * @param kind person, API key or job
 * @param id stable name of it: {@code issuer|subject} of a person, id of a key, name of a job
 * @param rights roles of a person ({@code owner}, {@code admin}, …) or scopes of a key ({@code usage:write}, …)
 */
public record Actor(Kind kind, String id, Set<String> rights) {

    /** What sort of thing acts. */
    public enum Kind {
        PERSON,
        KEY,
        JOB
    }

    public Actor {
        rights = Set.copyOf(rights);
    }

    /** A background job of this program. */
    public static Actor job(String name) {
        return new Actor(Kind.JOB, name, Set.of());
    }

    /** Whether the actor holds this role or scope; a job holds all. */
    public boolean may(String right) {
        return kind == Kind.JOB || rights.contains(right);
    }
}
