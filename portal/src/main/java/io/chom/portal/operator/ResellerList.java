package io.chom.portal.operator;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import java.util.List;

/** All resellers, with a search. */
final class ResellerList extends Composite<Div> {

    private final TextField search = new TextField();
    private final ResellerGrid grid;
    private final ResellerCards cards;
    private final Placard none;
    private transient List<Reseller> all = List.of();

    ResellerList(Language language) {
        grid = new ResellerGrid(language);
        cards = new ResellerCards(language);
        none = new Placard(Icon.SEARCH, language.say("operator.found.none"), language.say("operator.found.none.why"));
        search.setPlaceholder(language.say("operator.search"));
        search.setAriaLabel(language.say("operator.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> draw());
        var head = new Div(new H2(language.say("operator.list")), search);
        head.addClassName("list-head");
        getContent().addClassNames("card", "list-card");
        getContent().add(head, grid, cards, none);
    }

    void show(List<Reseller> resellers) {
        all = resellers;
        draw();
    }

    private void draw() {
        var found = all.stream()
                .filter(reseller -> reseller.matches(search.getValue()))
                .toList();
        grid.setItems(found);
        cards.setItems(found);
        grid.setVisible(!found.isEmpty());
        cards.setVisible(!found.isEmpty());
        none.setVisible(found.isEmpty());
    }
}
