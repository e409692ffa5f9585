package io.chom.portal.parts;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Our one set of icons: 16 px strokes in the colour of the text, drawn by the style sheet. Never without words beside. */
public enum Icon {
    ADDRESS,
    ALERT,
    BELL,
    CARD,
    CHART,
    CHECK,
    CLOCK,
    DOWNLOAD,
    GLOBE,
    HELP,
    HOUSE,
    LOCK,
    LOG_OUT,
    MAIL,
    MONITOR,
    MOON,
    PALETTE,
    PEOPLE,
    RECEIPT,
    REFRESH,
    SEARCH,
    SUN,
    SWITCH,
    TABLE,
    TAG;

    /** The icon as an element that screen readers pass over. */
    public Span create() {
        var icon = new Span();
        icon.addClassNames("icon", style());
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /** Class of an element that has this icon; with {@code with-icon} it stands before the element's own words. */
    public String style() {
        return "icon-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
