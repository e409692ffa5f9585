package io.chom.tenants.tenancy;

import io.chom.tenants.platform.TenantId;
import java.time.ZoneId;
import java.util.Locale;

/**
 * An organisation of the tree platform → resellers → customers.
 *
 * @param id its identity
 * @param reseller owner of the brand it is served under; the platform and resellers are their own
 * @param kind its level in the tree
 * @param slug its short name
 * @param name its name for people, 1–120 characters
 * @param status whether it may be used
 * @param zone where its days begin
 */
public record Tenant(TenantId id, TenantId reseller, Kind kind, Slug slug, String name, Status status, ZoneId zone) {

    /** Level in the tree. */
    public enum Kind {
        PLATFORM,
        RESELLER,
        CUSTOMER;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a tenant may be used; its data stays either way. */
    public enum Status {
        ACTIVE,
        SUSPENDED;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a tenant is suspended. */
    public enum Reason {
        /** Somebody who may decided so. */
        DECISION,
        /** It did not pay. */
        PAYMENT;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Tenant {
        if (name.isBlank() || name.length() > 120) {
            throw new IllegalArgumentException("A tenant's name has 1–120 characters.");
        }
        if ((kind == Kind.CUSTOMER) == id.equals(reseller)) {
            throw new IllegalArgumentException("A customer, and only that, is served under another's brand.");
        }
    }

    /** A new, active organisation that owns its brand: the platform or a reseller. */
    static Tenant brandOwner(Kind kind, NewTenant wanted) {
        TenantId id = TenantId.next();
        return new Tenant(id, id, kind, wanted.slug(), wanted.name(), Status.ACTIVE, wanted.zone());
    }

    /** A new, active customer of a reseller. */
    static Tenant customer(TenantId reseller, NewTenant wanted) {
        return new Tenant(
                TenantId.next(), reseller, Kind.CUSTOMER, wanted.slug(), wanted.name(), Status.ACTIVE, wanted.zone());
    }

    boolean isPlatform() {
        return kind == Kind.PLATFORM;
    }
}
