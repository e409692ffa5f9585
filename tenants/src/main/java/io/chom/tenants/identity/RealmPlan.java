package io.chom.tenants.identity;

import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.PublishedBrand;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a realm is to look like: the wish of {@link RealmSync}, fulfilled by {@link IdentityProvider}.
 *
 * @param realm its name
 * @param brand what its pages and mails wear
 * @param primaryHost the host that mails name
 * @param hosts every host that is served, the primary one among them
 */
public record RealmPlan(RealmName realm, PublishedBrand brand, HostName primaryHost, SortedSet<HostName> hosts) {

    public RealmPlan {
        hosts = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
        if (!hosts.contains(primaryHost)) {
            throw new IllegalArgumentException("The primary host of a realm is one that is served.");
        }
    }

    /** Whether two plans ask for the same; a brand is told by its owner and version. */
    boolean sameAs(RealmPlan other) {
        return realm.equals(other.realm)
                && primaryHost.equals(other.primaryHost)
                && hosts.equals(other.hosts)
                && brand.version() == other.brand.version();
    }
}
