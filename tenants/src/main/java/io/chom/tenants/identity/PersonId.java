package io.chom.tenants.identity;

/**
 * Who somebody is: a subject of a realm. An e-mail address is not part of it, because it changes hands.
 *
 * @param realm where the person logs in
 * @param subject the person there
 */
public record PersonId(RealmName realm, Subject subject) {}
