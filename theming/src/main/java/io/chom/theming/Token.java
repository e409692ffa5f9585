package io.chom.theming;

import java.util.Locale;

/** The role a colour plays; each is one custom property. */
public enum Token {
    /** Behind everything. */
    PAGE,
    /** Cards and fields. */
    SURFACE,
    /** Menus, dialogs and what is pointed at. */
    RAISED,
    /** Wells: code, table heads, tracks of meters. */
    SUNKEN,
    TEXT,
    MUTED,
    /** Decorative lines; carries no meaning, so it owes no contrast. */
    HAIRLINE,
    /** The edge of a field, by which it is found. */
    CONTROL,
    /** Fill of the primary action. */
    ACCENT,
    ACCENT_HOVER,
    ON_ACCENT,
    /** Links and the current item. */
    ACCENT_TEXT,
    /** Behind the current item and quiet highlights. */
    ACCENT_SOFT,
    SUCCESS,
    SUCCESS_SOFT,
    WARNING,
    WARNING_SOFT,
    DANGER,
    DANGER_SOFT,
    ON_DANGER,
    FOCUS,
    /** The main series. */
    CHART_1,
    CHART_2,
    CHART_3,
    CHART_4,
    CHART_5;

    /** The custom property, for example {@code --ui-accent-text}. */
    public String property() {
        return "--ui-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
