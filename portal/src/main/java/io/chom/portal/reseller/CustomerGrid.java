package io.chom.portal.reseller;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.reseller.ResellerDashboard.CustomerRow;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** All customers as a table, one column per meter of their plans. */
final class CustomerGrid extends Grid<Customer> {

    private static final String STATUS = """
            <span class="status ${item.tone}">${item.word}</span>""";
    private static final String HIGHEST = """
            <span class="grid-meter" data-level="${item.level}"><span>${item.words}</span>\
            <usage-meter bare label="${item.words}" value="${item.percent}" max="100" spoken="${item.words}"></usage-meter></span>""";

    private final transient Language language;
    private List<String> meters = List.of();

    CustomerGrid(Language language) {
        super(Customer.class, false);
        this.language = language;
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.NO_ROW_BORDERS);
        addClassName("wide-only");
        setAllRowsVisible(false);
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", language.say("reseller.list"));
        addColumn(customer -> customer.row().name())
                .setHeader(language.say("reseller.column.name"))
                .setComparator(Comparator.comparing(one -> one.row().name(), String.CASE_INSENSITIVE_ORDER))
                .setTooltipGenerator(customer -> customer.row().name())
                .setAutoWidth(false)
                .setWidth("220px")
                .setFlexGrow(2)
                .setFrozen(true);
        addColumn(customer -> customer.row().plan())
                .setHeader(language.say("reseller.column.plan"))
                .setSortable(true)
                .setWidth("120px")
                .setFlexGrow(0);
        addColumn(status())
                .setHeader(language.say("reseller.column.status"))
                .setComparator(Comparator.comparing(Customer::status))
                .setWidth("120px")
                .setFlexGrow(0);
        addColumn(highest())
                .setHeader(language.say("reseller.column.highest"))
                .setComparator(Comparator.comparingInt(one -> one.row().highestPercent()))
                .setWidth("200px")
                .setFlexGrow(1);
        addColumn(Customer::mrr)
                .setKey("mrr")
                .setHeader(language.say("reseller.column.mrr"))
                .setComparator(Comparator.comparingLong(one -> one.row().mrr().minor()))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("130px")
                .setFlexGrow(0);
    }

    /** Gives each meter that a customer has a column of its own, once. */
    void offer(List<Customer> customers) {
        var found = customers.stream()
                .flatMap(customer -> customer.row().meters().stream())
                .map(usage -> usage.meter().name())
                .distinct()
                .toList();
        if (!found.equals(meters)) {
            meters.forEach(this::removeColumnByKey);
            found.forEach(this::addMeter);
            meters = found;
        }
    }

    private void addMeter(String name) {
        addColumn(customer -> usage(customer.row(), name)
                        .map(usage -> language.formats().quantity(usage.used(), usage.meter()))
                        .orElse("–"))
                .setKey(name)
                .setHeader(name)
                .setComparator(Comparator.comparing(customer ->
                        usage(customer.row(), name).map(MeterUsage::used).orElse(java.math.BigDecimal.ZERO)))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("140px")
                .setFlexGrow(0);
    }

    private static java.util.Optional<MeterUsage> usage(CustomerRow row, String meter) {
        return row.meters().stream()
                .filter(usage -> Objects.equals(usage.meter().name(), meter))
                .findFirst();
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
