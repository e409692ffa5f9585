package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.stream.IntStream;

/** Grey shapes of what will be there, so that nothing jumps when it is. */
public final class Skeletons {

    private Skeletons() {}

    /** A row of headline numbers or meters. */
    public static Component cards(int count) {
        var row = new Div();
        row.addClassName("stats");
        IntStream.range(0, count)
                .mapToObj(index -> in("stat", block("line"), block("value"), block("line")))
                .forEach(row::add);
        return row;
    }

    /** A chart inside of a card. */
    public static Component line() {
        return block("chart");
    }

    /** A card with a chart. */
    public static Component chart() {
        return in("card", block("chart"));
    }

    /** Rows of a list. */
    public static Component rows(int count) {
        return in(
                "card",
                IntStream.range(0, count).mapToObj(index -> block("row")).toArray(Component[]::new));
    }

    /** Several shapes, one under the other. */
    public static Component page(Component... shapes) {
        return in("stack", shapes);
    }

    private static Div in(String layout, Component... blocks) {
        var div = new Div(blocks);
        div.addClassName(layout);
        div.getElement().setAttribute("aria-hidden", "true");
        return div;
    }

    private static Component block(String shape) {
        var block = new Div();
        block.addClassNames("skeleton", shape);
        return block;
    }
}
