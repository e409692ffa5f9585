package io.chom.tenants.support;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantId;
import java.util.List;
import java.util.Set;

/** A reseller that stands in the database of every integration test, with two customers. */
public final class Acme {

    public static final TenantId ID = TenantId.of("01900000-0000-7000-8000-00000000ac00");

    /** Its owner, at home. */
    public static final Acting RESELLER = of(ID);

    public static final Acting BAKERY = of(TenantId.of("01900000-0000-7000-8000-00000000ac01"));
    public static final Acting FLORIST = of(TenantId.of("01900000-0000-7000-8000-00000000ac02"));

    static final List<StandingTenants.Row> ROWS = List.of(
            new StandingTenants.Row(RESELLER, "reseller", "acme", "Acme Hosting"),
            new StandingTenants.Row(BAKERY, "customer", "bakery", "Bakery"),
            new StandingTenants.Row(FLORIST, "customer", "florist", "Florist"));

    private Acme() {}

    private static Acting of(TenantId tenant) {
        return new Acting(tenant, ID, new Actor(Actor.Kind.PERSON, "test|acme", Set.of("owner")));
    }
}
