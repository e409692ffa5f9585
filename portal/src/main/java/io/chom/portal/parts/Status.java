package io.chom.portal.parts;

import java.util.Locale;

/** How good a state is; the style sheet gives each its own colour and shape of dot. */
public enum Status {
    SUCCESS,
    WARNING,
    DANGER,
    WAITING;

    /** Its name in the style sheet. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
