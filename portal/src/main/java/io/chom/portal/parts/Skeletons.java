package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.stream.IntStream;

/** Grey shapes of what will be there, so that nothing jumps when it is. */
public final class Skeletons {

    private Skeletons() {}

    /** A row of cards. */
    public static Component cards(int count) {
        return blocks("cards", "skeleton-card", count);
    }

    /** One wide block, as high as a chart. */
    public static Component chart() {
        return blocks("skeleton-stack", "skeleton-chart", 1);
    }

    /** Rows of a list. */
    public static Component rows(int count) {
        return blocks("skeleton-stack", "skeleton-row", count);
    }

    /** Several shapes, one under the other. */
    public static Component page(Component... shapes) {
        var page = new Div(shapes);
        page.addClassName("stack");
        return page;
    }

    private static Component blocks(String layout, String block, int count) {
        var row = new Div();
        row.addClassName(layout);
        row.getElement().setAttribute("aria-hidden", "true");
        IntStream.range(0, count).mapToObj(index -> block(block)).forEach(row::add);
        return row;
    }

    private static Div block(String shape) {
        var block = new Div();
        block.addClassNames("skeleton", shape);
        return block;
    }
}
