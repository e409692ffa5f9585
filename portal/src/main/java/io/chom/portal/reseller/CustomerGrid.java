package io.chom.portal.reseller;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** All customers as a table, one column per meter of their plans. */
final class CustomerGrid extends Grid<Customer> {

    private static final String STATUS = """
            <span class="status ${item.tone}">${item.word}</span>""";
    private static final String NAME = """
            <a href="discounts?customer=${item.id}" router-link>${item.name}</a>""";
    private static final String HIGHEST = """
            <span class="grid-meter" data-level="${item.level}"><span>${item.words}</span>\
            <usage-meter bare label="${item.words}" value="${item.percent}" max="100" spoken="${item.words}"></usage-meter></span>""";

    private final transient Language language;
    private transient List<Meter> meters = List.of();

    CustomerGrid(Language language) {
        super(Customer.class, false);
        this.language = language;
        addThemeVariants(GridVariant.NO_BORDER);
        addClassName("wide-only");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", language.say("reseller.list"));
        facts();
        figures();
    }

    private void facts() {
        sized(addColumn(name()), "name", 200)
                .setComparator(Comparator.comparing(one -> one.row().name(), String.CASE_INSENSITIVE_ORDER))
                .setTooltipGenerator(customer -> customer.row().name())
                .setFlexGrow(2)
                .setFrozen(true);
        sized(addColumn(customer -> customer.row().plan()), "plan", 105).setSortable(true);
        sized(addColumn(status()), "status", 105).setComparator(Comparator.comparing(Customer::status));
    }

    private void figures() {
        sized(addColumn(highest()), "highest", 180)
                .setComparator(Comparator.comparingInt(one -> one.row().highestPercent()))
                .setFlexGrow(1);
        sized(addColumn(Customer::mrr), "mrr", 110)
                .setComparator(Comparator.comparing(one -> one.row().mrr(), Money.EACH_CURRENCY))
                .setTextAlign(ColumnTextAlign.END);
    }

    private Column<Customer> sized(Column<Customer> column, String key, int width) {
        return column.setKey(key)
                .setHeader(language.say("reseller.column." + key))
                .setWidth(width + "px")
                .setFlexGrow(0);
    }

    /** Gives each meter that a customer has a column of its own, once. */
    void offer(List<Customer> customers) {
        var found = customers.stream()
                .flatMap(customer -> customer.meters().stream())
                .map(MeterUsage::meter)
                .distinct()
                .toList();
        if (!found.equals(meters)) {
            meters.forEach(meter -> removeColumnByKey(meter.id().value()));
            found.forEach(this::addMeter);
            meters = found;
        }
    }

    private void addMeter(Meter meter) {
        addColumn(customer -> customer.used(meter)
                        .map(used -> language.formats().number(used, meter.decimals()))
                        .orElse("–"))
                .setKey(meter.id().value())
                .setHeader(Formats.column(meter))
                .setComparator(
                        Comparator.comparing(customer -> customer.used(meter).orElse(BigDecimal.ZERO)))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth(width(Formats.column(meter)) + "px")
                .setFlexGrow(0);
    }

    /** Room for the head in its small letters, the arrows beside it, and for the figures below a short one. */
    private static int width(String head) {
        return Math.max(95, 56 + 7 * head.length());
    }

    /** Leads to what is off its price. */
    private static Renderer<Customer> name() {
        return LitRenderer.<Customer>of(NAME)
                .withProperty("id", customer -> customer.row().id().toString())
                .withProperty("name", customer -> customer.row().name());
    }

    private static Renderer<Customer> status() {
        return LitRenderer.<Customer>of(STATUS)
                .withProperty("tone", customer -> customer.tone().style())
                .withProperty("word", Customer::status);
    }

    private static Renderer<Customer> highest() {
        return LitRenderer.<Customer>of(HIGHEST)
                .withProperty("level", Customer::level)
                .withProperty("words", Customer::highestWords)
                .withProperty("percent", customer -> customer.row().highestPercent());
    }
}
