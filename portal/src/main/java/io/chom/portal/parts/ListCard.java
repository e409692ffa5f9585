package io.chom.portal.parts;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.chom.portal.formats.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A list with search, filters and export, as a table on wide and as cards on narrow screens. Search, filters and order
 * stand in the address. All its sentences have one prefix, such as {@code reseller.search}.
 */
public final class ListCard<T> extends Composite<Div> {

    private static final String SEARCH = "q";

    /** So many rows stand in the page; a longer list scrolls by itself. */
    private static final int FEW = 20;

    private final transient Language language;
    private final String words;
    private final transient AddressState address;
    private final transient BiPredicate<T, String> matches;
    private final TextField search = new TextField();
    private final Span shown = new Span();
    private final Div tools = new Div(search);
    private final Map<String, Checkbox> switches = new LinkedHashMap<>();
    private final transient Map<String, Predicate<T>> filters = new LinkedHashMap<>();
    private final Grid<T> grid;
    private final VirtualList<T> cards;
    private final transient Spare<Placard> none;
    private transient List<T> all = List.of();
    private transient volatile List<T> found = List.of();

    /**
     * A list without entries.
     *
     * @param words prefix of its sentences
     * @param matches whether an entry is one that was searched for
     */
    public ListCard(
            Language language,
            String words,
            AddressState address,
            Grid<T> grid,
            VirtualList<T> cards,
            BiPredicate<T, String> matches) {
        this.language = language;
        this.words = words;
        this.address = address;
        this.grid = grid;
        this.cards = cards;
        this.matches = matches;
        none = new Spare<>(getContent(), this::nothing);
        new GridOrder<>(grid, address).keep();
        prepareSearch();
        getContent().addClassNames("card", "list-card");
        getContent().add(head(), grid, cards);
    }

    /** Adds a filter that can be switched on; the name stands in the address and in the sentence's key. */
    public ListCard<T> filter(String name, Predicate<T> keeps) {
        var choice = new Checkbox(say("filter." + name), event -> {
            address.put(name, event.getValue() ? "yes" : "");
            draw();
        });
        filters.put(name, keeps);
        switches.put(name, choice);
        tools.add(choice);
        return this;
    }

    /** Adds a link that saves what is shown as a file of comma-separated values. */
    public ListCard<T> export(String file, Function<List<T>, List<List<String>>> rows) {
        tools.add(new CsvLink(say("export"), file, () -> rows.apply(found)));
        return this;
    }

    /** Shows these, as far as they are searched for. */
    public void show(List<T> entries) {
        all = entries;
        draw();
    }

    /** Switches this filter on and everything else off, and brings the list into sight. */
    public void only(String filter) {
        choose("", filter);
        getElement().scrollIntoView();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        address.get(SEARCH).ifPresent(search::setValue);
        switches.forEach((name, choice) -> choice.setValue(address.get(name).isPresent()));
    }

    private void prepareSearch() {
        search.setPlaceholder(say("search"));
        search.setAriaLabel(say("search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> {
            address.put(SEARCH, event.getValue());
            draw();
        });
    }

    private Div head() {
        shown.addClassName("list-count");
        shown.getElement().setAttribute("role", "status");
        var title = new Div(new H2(say("list")), shown);
        title.addClassName("list-title");
        tools.addClassName("list-tools");
        var head = new Div(title, tools);
        head.addClassName("list-head");
        return head;
    }

    private Placard nothing() {
        return new Placard(
                Icon.SEARCH,
                say("found.none"),
                say("found.none.why"),
                new Button(say("found.none.next"), event -> choose("", "")));
    }

    private void choose(String text, String filter) {
        search.setValue(text);
        switches.forEach((name, choice) -> choice.setValue(name.equals(filter)));
    }

    private void draw() {
        found = all.stream().filter(this::isWanted).toList();
        grid.setItems(found);
        grid.setAllRowsVisible(found.size() <= FEW);
        cards.setItems(found);
        cards.getStyle().set("--rows", String.valueOf(found.size()));
        shown.setText(language.count(words + ".shown", found.size()));
        grid.setVisible(!found.isEmpty());
        cards.setVisible(!found.isEmpty());
        none.show(found.isEmpty());
    }

    private boolean isWanted(T entry) {
        return matches.test(entry, search.getValue())
                && filters.entrySet().stream()
                        .filter(filter -> switches.get(filter.getKey()).getValue())
                        .allMatch(filter -> filter.getValue().test(entry));
    }

    private String say(String key) {
        return language.say(words + "." + key);
    }
}
