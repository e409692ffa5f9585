package io.chom.tenants.identity;

import java.util.Locale;

/** Light, dark, or as the device has it: what a person wants the screens to be. */
public enum ColorChoice {
    LIGHT,
    DARK,
    AUTO;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ColorChoice of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
