package io.chom.portal.usage;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Parts of a figure, each as long as its share of the largest; one of them can be looked at. */
final class PartList extends Composite<Div> {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final UnorderedList list = new UnorderedList();

    /**
     * One part.
     *
     * @param quantity how it is written
     * @param size how long its bar is, beside those of the others
     * @param isChosen whether it is looked at
     * @param look looks at it, or at all of them again
     */
    record Part(String name, String quantity, BigDecimal size, boolean isChosen, Runnable look) {}

    /** @param label what they are, for screen readers */
    PartList(String label) {
        list.addClassName("portions");
        list.getElement().setAttribute("aria-label", label);
        getContent().addClassName("portions-frame");
        getContent().add(list);
    }

    void show(List<Part> parts) {
        var largest = parts.stream().map(Part::size).reduce(BigDecimal.ONE.movePointLeft(9), BigDecimal::max);
        list.removeAll();
        parts.forEach(part -> list.add(new ListItem(row(part, largest))));
    }

    private static NativeButton row(Part part, BigDecimal largest) {
        var name = new Span(part.name());
        name.addClassName("portion-name");
        var row = new NativeButton();
        row.addClassName("portion");
        row.add(name, new Span(part.quantity()));
        row.getStyle().set("--portion", part.size().multiply(WHOLE).divide(largest, 1, RoundingMode.HALF_UP) + "%");
        row.getElement().setAttribute("aria-pressed", String.valueOf(part.isChosen()));
        row.addClickListener(event -> part.look().run());
        return row;
    }
}
