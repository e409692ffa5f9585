package io.chom.portal.operator;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import io.chom.portal.formats.Language;
import java.util.Comparator;

/** All resellers as a table. */
final class ResellerGrid extends Grid<Reseller> {

    private final transient Language language;

    ResellerGrid(Language language) {
        super(Reseller.class, false);
        this.language = language;
        addThemeVariants(GridVariant.NO_BORDER);
        addClassName("wide-only");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", language.say("operator.list"));
        facts();
        figures();
    }

    private void facts() {
        text("name", reseller -> reseller.row().name(), 2)
                .setComparator(Comparator.comparing(one -> one.row().name(), String.CASE_INSENSITIVE_ORDER))
                .setFrozen(true);
        column("host", link(), 2)
                .setComparator(Comparator.comparing(one -> one.row().host()));
        column("status", status(), 1).setComparator(Comparator.comparing(Reseller::status));
    }

    private void figures() {
        text("customers", Reseller::customers, 1)
                .setComparator(Comparator.comparingInt(one -> one.row().customers()))
                .setTextAlign(ColumnTextAlign.END);
        text("near", Reseller::near, 1)
                .setComparator(Comparator.comparingInt(one -> one.row().nearLimit()))
                .setTextAlign(ColumnTextAlign.END);
        text("mrr", Reseller::mrr, 1)
                .setComparator(Comparator.comparing(one -> one.row().mrr()))
                .setTextAlign(ColumnTextAlign.END);
    }

    private Column<Reseller> text(String key, ValueProvider<Reseller, String> cell, int grow) {
        return sized(addColumn(cell), key, grow);
    }

    private Column<Reseller> column(String key, Renderer<Reseller> cell, int grow) {
        return sized(addColumn(cell), key, grow);
    }

    private Column<Reseller> sized(Column<Reseller> column, String key, int grow) {
        return column.setKey(key)
                .setHeader(language.say("operator.column." + key))
                .setWidth(grow * 120 + "px")
                .setFlexGrow(grow);
    }

    private static Renderer<Reseller> link() {
        return LitRenderer.<Reseller>of("<a href=\"${item.address}\">${item.host}</a>")
                .withProperty("address", Reseller::address)
                .withProperty("host", reseller -> reseller.row().host());
    }

    private static Renderer<Reseller> status() {
        return LitRenderer.<Reseller>of("<span class=\"status ${item.tone}\">${item.word}</span>")
                .withProperty("tone", reseller -> reseller.tone().style())
                .withProperty("word", Reseller::status);
    }
}
