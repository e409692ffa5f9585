package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/**
 * Grey shapes of what will be there, so that nothing jumps when it is. Each is one element with all of its shapes as its
 * content: they never change, and so need not be known to the server one by one.
 */
@Tag("div")
public final class Skeletons extends Component {

    private Skeletons(String layout, String shapes) {
        getElement().setAttribute("class", layout);
        getElement().setAttribute("aria-hidden", "true");
        getElement().setProperty("innerHTML", shapes);
    }

    /** Some headline numbers or meters in a row, and under it cards: with a chart, or with rows of a list. */
    public static Component page(int headlines, String... cards) {
        var figure = in("stat", block("line") + block("value") + block("line"));
        return new Skeletons("stack", in("stats", figure.repeat(headlines)) + String.join("", cards));
    }

    /** A chart inside of a card. */
    public static Component line() {
        return new Skeletons("skeleton chart", "");
    }

    /** Rows of a list. */
    public static Component rows(int count) {
        return new Skeletons("card", block("row").repeat(count));
    }

    /** A card with a chart, for a page. */
    public static String chart() {
        return in("card", block("chart"));
    }

    /** A card with rows of a list, for a page. */
    public static String list(int rows) {
        return in("card", block("row").repeat(rows));
    }

    private static String in(String layout, String blocks) {
        return "<div class=\"" + layout + "\">" + blocks + "</div>";
    }

    private static String block(String shape) {
        return in("skeleton " + shape, "");
    }
}
