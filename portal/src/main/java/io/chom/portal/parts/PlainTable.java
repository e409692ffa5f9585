package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** A short table as plain HTML: the first column names its row, the last one holds the figure. */
@Tag("table")
public final class PlainTable extends Component {

    private final Element body = new Element("tbody");

    public PlainTable(String caption, List<String> heads) {
        var name = new Element("caption").setText(caption);
        name.getClassList().add("unseen");
        var row = new Element("tr");
        heads.stream().map(PlainTable::head).forEach(row::appendChild);
        getElement().getClassList().add("sums");
        getElement().appendChild(name, new Element("thead").appendChild(row), body);
    }

    /** Adds a row. */
    public void row(String name, String... cells) {
        var row = new Element("tr");
        row.appendChild(new Element("th").setAttribute("scope", "row").setText(name));
        for (var cell : cells) {
            row.appendChild(new Element("td").setText(cell));
        }
        body.appendChild(row);
    }

    private static Element head(String text) {
        return new Element("th").setAttribute("scope", "col").setText(text);
    }
}
