package io.chom.portal.reseller;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import java.io.ByteArrayInputStream;
import java.util.List;

/** All customers: search, filter, export, and the list itself as table or cards. */
final class CustomerList extends Composite<Div> {

    private final transient Language language;
    private final TextField search = new TextField();
    private final Checkbox near;
    private final Span shown = new Span();
    private final CustomerGrid grid;
    private final CustomerCards cards;
    private final Placard none;
    private transient List<Customer> all = List.of();
    private transient volatile List<Customer> filtered = List.of();

    CustomerList(Language language) {
        this.language = language;
        grid = new CustomerGrid(language);
        cards = new CustomerCards(language);
        near = new Checkbox(language.say("reseller.filter.near"), event -> draw());
        none = new Placard(
                Icon.SEARCH,
                language.say("reseller.found.none"),
                language.say("reseller.found.none.why"),
                new Button(language.say("reseller.found.none.next"), event -> showAll()));
        search.setPlaceholder(language.say("reseller.search"));
        search.setAriaLabel(language.say("reseller.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> draw());
        getContent().addClassNames("card", "list-card");
        getContent().add(head(), grid, cards, none);
    }

    private Div head() {
        shown.addClassName("list-count");
        shown.getElement().setAttribute("role", "status");
        var title = new Div(new H2(language.say("reseller.list")), shown);
        title.addClassName("list-title");
        var tools = new Div(search, near, export());
        tools.addClassName("list-tools");
        var head = new Div(title, tools);
        head.addClassName("list-head");
        return head;
    }

    private Anchor export() {
        var download = DownloadHandler.fromInputStream(event -> {
            byte[] csv = new CustomerTable(filtered, language).bytes();
            return new DownloadResponse(new ByteArrayInputStream(csv), "customers.csv", "text/csv", csv.length);
        });
        var export = new Anchor(download, "");
        export.add(Icon.DOWNLOAD.create(), new Span(language.say("reseller.export")));
        export.addClassName("button-link");
        return export;
    }

    void show(List<Customer> customers) {
        all = customers;
        grid.offer(customers);
        draw();
    }

    void showNear() {
        search.clear();
        near.setValue(true);
        getElement().scrollIntoView();
    }

    private void showAll() {
        search.clear();
        near.setValue(false);
    }

    private void draw() {
        filtered = all.stream()
                .filter(customer -> !near.getValue() || customer.isNearLimit())
                .filter(customer -> customer.matches(search.getValue()))
                .toList();
        grid.setItems(filtered);
        cards.setItems(filtered);
        shown.setText(language.count("reseller.shown", filtered.size()));
        grid.setVisible(!filtered.isEmpty());
        cards.setVisible(!filtered.isEmpty());
        none.setVisible(filtered.isEmpty());
    }
}
