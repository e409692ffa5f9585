package io.chom.tenants.platform.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Objects that depart from a rule on purpose, each with its reason. Whoever adds one signs for it: a row of another
 * tenant must not be reached, nor its existence be learnt, through the object.
 */
final class Signed {

    /** Tables of no tenant, as patterns of LIKE; the application may not use them, or may only read what is public. */
    private static final Map<String, String> TABLES = Map.of(
            "%.flyway_history", "list of migrations; nobody but the owner may see it",
            "platform.cross_tenant_access",
                    "record of the platform's own reaching across; only the platform's role writes and reads it",
            "catalog.published", "prices, which are public; the application may only read them");

    private static final Map<String, String> KEYS = Map.of(
            "tenancy.tenant.tenant_reseller_id_fkey", "a customer points to the reseller that it is told of anyway",
            "tenancy.tenant.tenant_reseller_id_slug_key", "slugs are host names, public within the reseller's brand",
            "tenancy.tenant.brand_owner_slug",
                    "a reseller is made by the platform, and its slug names its public realm",
            "developer.api_key.api_key_hash_key", "the hash of a random key, which nobody else can come upon",
            "tenancy.tenant.one_platform", "there is one platform, which everybody knows",
            "tenancy.domain.host_served_once",
                    "a host is public and serves one brand; the service answers the same for taken and refused");

    private Signed() {}

    /** Patterns of the signed tables. */
    static Set<String> tables() {
        return TABLES.keySet();
    }

    /** One check per signed table that says why. */
    static List<Check> tableChecks() {
        return TABLES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(table -> Check.passed(table.getKey(), "is no table of tenants", "signed: " + table.getValue()))
                .toList();
    }

    /** Why a key may depart; empty when nobody signed for it. */
    static Optional<String> reason(String key) {
        return Optional.ofNullable(KEYS.get(key));
    }
}
