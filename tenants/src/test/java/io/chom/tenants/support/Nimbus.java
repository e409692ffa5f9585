package io.chom.tenants.support;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantId;
import java.util.List;
import java.util.Set;

/** The other reseller of every integration test, whose rows nobody of {@link Acme} may see. */
public final class Nimbus {

    public static final TenantId ID = TenantId.of("01900000-0000-7000-8000-00000000bb00");

    /** Its owner, at home. */
    public static final Acting RESELLER = of(ID);

    public static final Acting STUDIO = of(TenantId.of("01900000-0000-7000-8000-00000000bb01"));
    public static final Acting CLINIC = of(TenantId.of("01900000-0000-7000-8000-00000000bb02"));

    static final List<StandingTenants.Row> ROWS = List.of(
            new StandingTenants.Row(RESELLER, "reseller", "nimbus", "Nimbus Cloud"),
            new StandingTenants.Row(STUDIO, "customer", "studio", "Studio"),
            new StandingTenants.Row(CLINIC, "customer", "clinic", "Clinic"));

    private Nimbus() {}

    private static Acting of(TenantId tenant) {
        return new Acting(tenant, ID, new Actor(Actor.Kind.PERSON, "test|nimbus", Set.of("owner")));
    }
}
