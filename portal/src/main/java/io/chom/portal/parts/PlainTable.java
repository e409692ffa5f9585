package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** A short table as plain HTML: the first column names its row, the last one holds the figure. */
@Tag("table")
public final class PlainTable extends Component implements HasStyle {

    private final Element body = new Element("tbody");

    public PlainTable(String caption, List<String> heads) {
        var name = new Element("caption").setText(caption);
        name.getClassList().add("unseen");
        var row = new Element("tr").setAttribute("role", "row");
        heads.stream().map(PlainTable::head).forEach(row::appendChild);
        getElement().getClassList().add("sums");
        // Said aloud, because the style sheet lays rows out anew on phones, and browsers then forget the table.
        getElement().setAttribute("role", "table");
        getElement().appendChild(name, new Element("thead").appendChild(row), body);
    }

    /** Of things of equal weight, none of which is the sum; on a phone each becomes a few lines. */
    public PlainTable listed() {
        addClassName("listed");
        return this;
    }

    /** Adds a row. */
    public void row(String name, String... cells) {
        var row = new Element("tr").setAttribute("role", "row");
        row.appendChild(new Element("th")
                .setAttribute("scope", "row")
                .setAttribute("role", "rowheader")
                .setText(name));
        for (var cell : cells) {
            row.appendChild(new Element("td").setAttribute("role", "cell").setText(cell));
        }
        body.appendChild(row);
    }

    private static Element head(String text) {
        return new Element("th")
                .setAttribute("scope", "col")
                .setAttribute("role", "columnheader")
                .setText(text);
    }
}
