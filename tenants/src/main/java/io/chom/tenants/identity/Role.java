package io.chom.tenants.identity;

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

    /** The role as it stands in the database and in an actor's rights: lower case. */
    public String right() {
        return name().toLowerCase(Locale.ROOT);
    }
}
