package io.chom.tenants.tenancy;

import java.time.Duration;

/** How long a preview of a draft can be looked at. */
public enum PreviewTime {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7));

    private final Duration length;

    PreviewTime(Duration length) {
        this.length = length;
    }

    /** From the making of the link to its end. */
    public Duration length() {
        return length;
    }
}
