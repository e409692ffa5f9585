package io.chom.tenants.identity;

import io.chom.tenants.tenancy.Tenant;
import java.util.Locale;

/** What a person may do in one organisation; each role includes the ones after it in its group. */
public enum Role {
    OWNER,
    ADMIN,
    MEMBER,
    VIEWER,
    /** Platform staff: runs everything. */
    OPERATOR,
    /** Platform staff: success manager. */
    SUCCESS,
    /** Platform staff: finance. */
    FINANCE,
    /** Platform staff: support. */
    SUPPORT;

    /** Whether somebody can have this role in an organisation of a kind: the platform has roles of its own. */
    public boolean fits(Tenant.Kind kind) {
        return switch (this) {
            case OWNER, ADMIN, MEMBER, VIEWER -> kind != Tenant.Kind.PLATFORM;
            case OPERATOR, SUCCESS, FINANCE, SUPPORT -> kind == Tenant.Kind.PLATFORM;
        };
    }

    /** Whether an organisation must always have somebody with this role, or nobody could manage its people. */
    boolean isKeeper() {
        return this == OWNER || this == OPERATOR;
    }

    /** The role that reads so in the database. */
    static Role of(String right) {
        return valueOf(right.toUpperCase(Locale.ROOT));
    }

    /** The role as it stands in the database and in an actor's rights: lower case. */
    public String right() {
        return name().toLowerCase(Locale.ROOT);
    }
}
