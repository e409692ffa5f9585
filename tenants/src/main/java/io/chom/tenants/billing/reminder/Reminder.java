package io.chom.tenants.billing.reminder;

import java.util.Locale;

/** Of what somebody is reminded. */
enum Reminder {
    /** Another year is paid for in advance. */
    RENEWAL,
    /** A pause ends, and the plan costs again. */
    RESUMPTION;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Reminder of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
