package io.chom.portal.runtime;

import java.util.Set;
import org.springframework.context.ApplicationEvent;

/** Every role of this process accepts requests. */
public final class RolesStarted extends ApplicationEvent {

    private final transient Set<String> roles;

    RolesStarted(Object source, Set<String> roles) {
        super(source);
        this.roles = Set.copyOf(roles);
    }

    /** The roles that run in this process. */
    public Set<String> roles() {
        return roles;
    }
}
