package io.chom.tenants.tenancy;

import java.time.Duration;

/** How long maintenance takes, unless it is ended before or taken up again. */
public enum MaintenanceTime {
    QUARTER(Duration.ofMinutes(15)),
    HALF(Duration.ofMinutes(30)),
    HOUR(Duration.ofHours(1)),
    LONG(Duration.ofHours(4));

    private final Duration length;

    MaintenanceTime(Duration length) {
        this.length = length;
    }

    /** From its beginning to its end. */
    public Duration length() {
        return length;
    }
}
