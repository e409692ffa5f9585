package io.chom.tenants.identity;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.tenancy.Tenant;
import java.util.Set;

/**
 * One organisation that a person belongs to.
 *
 * @param person who
 * @param tenant the organisation
 * @param role what the person may do there
 * @param displayName the person's name there
 */
public record Membership(PersonId person, Tenant tenant, Role role, String displayName) {

    /** The person at work for the organisation. */
    public Acting acting() {
        var actor = new Actor(Actor.Kind.PERSON, person.actorId(), Set.of(role.right()));
        return new Acting(tenant.id(), tenant.reseller(), actor);
    }
}
