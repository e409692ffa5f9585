package io.chom.tenants.platform;

/**
 * Who acts, and for which tenant. Lives in the Reactor Context and is bound to each database transaction.
 *
 * @param tenant the tenant whose data may be read and written
 * @param reseller the owner of the brand that the tenant is served under; a reseller and the platform are their own
 * @param actor the person, key or job behind the call
 */
public record Acting(TenantId tenant, TenantId reseller, Actor actor) {

    /** The same actor, acting for another tenant. Callers check first that the actor may. */
    public Acting as(TenantId otherTenant, TenantId itsReseller) {
        return new Acting(otherTenant, itsReseller, actor);
    }

    /** True when the tenant is the owner of its own brand: a reseller or the platform. */
    public boolean isReseller() {
        return tenant.equals(reseller);
    }
}
