package io.chom.tenants.identity;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.TenantContext;
import reactor.core.publisher.Mono;

/**
 * Who somebody is: a subject of a realm. An e-mail address is not part of it, because it changes hands.
 *
 * @param realm where the person logs in
 * @param subject the person there
 */
public record PersonId(RealmName realm, Subject subject) {

    private static final char SEPARATOR = '|';

    /** The person who acts; fails with {@link io.chom.tenants.platform.Refused} when a key or a job does. */
    public static Mono<PersonId> acting() {
        return TenantContext.require()
                .map(Acting::actor)
                .filter(actor -> actor.kind() == Actor.Kind.PERSON)
                .map(actor -> ofActor(actor.id()))
                .switchIfEmpty(Permission.denied());
    }

    /** The person as {@link Actor#id()} names them. */
    public String actorId() {
        return realm.value() + SEPARATOR + subject.value();
    }

    private static PersonId ofActor(String id) {
        int end = id.indexOf(SEPARATOR);
        return new PersonId(new RealmName(id.substring(0, end)), new Subject(id.substring(end + 1)));
    }
}
