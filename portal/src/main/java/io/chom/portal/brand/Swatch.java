package io.chom.portal.brand;

import com.vaadin.flow.component.html.Span;
import io.chom.theming.Look;

/** Accent and background of a look, as two halves of a small disc. */
final class Swatch extends Span {

    Swatch(Look look) {
        addClassName("swatch");
        getElement().setAttribute("aria-hidden", "true");
        getStyle()
                .set("--front", look.accent().hex())
                .set("--back", look.background().hex());
    }
}
