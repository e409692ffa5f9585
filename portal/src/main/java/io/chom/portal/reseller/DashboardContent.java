package io.chom.portal.reseller;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.AddressState;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.ListCard;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.Spare;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.reseller.ResellerDashboard;

/** The dashboard once there are figures: headline numbers, who needs attention, everybody. */
final class DashboardContent implements StatePanel.Content<ResellerDashboard> {

    private static final String NEAR = "near";

    private final Language language;
    private final Headlines headlines;
    private final Attention attention;
    private final CustomerGrid grid;
    private final ListCard<Customer> list;
    private final Spare<Div> empty;
    private final Div page;

    /** @param tasks what is to be done about customers */
    DashboardContent(Language language, AddressState address, Component tasks) {
        this.language = language;
        headlines = new Headlines(language);
        grid = new CustomerGrid(language);
        list = new ListCard<>(language, "reseller", address, grid, new CustomerCards(language), Customer::matches)
                .filter(NEAR, Customer::isNearLimit)
                .export("customers.csv", found -> new CustomerTable(found, language).rows());
        attention = new Attention(language, () -> list.only(NEAR), tasks);
        page = new Div(headlines, attention, list);
        page.addClassName("stack");
        empty = new Spare<>(page, this::nobody);
    }

    @Override
    public void show(ResellerDashboard dashboard) {
        var customers = dashboard.customers().stream()
                .map(row -> new Customer(row, language))
                .toList();
        boolean isEmpty = customers.isEmpty();
        attention.setVisible(!isEmpty);
        list.setVisible(!isEmpty);
        empty.show(isEmpty);
        headlines.show(dashboard);
        attention.show(customers);
        grid.offer(customers);
        list.show(customers);
    }

    private Div nobody() {
        var card =
                new Div(new Placard(Icon.PEOPLE, language.say("reseller.empty"), language.say("reseller.empty.why")));
        card.addClassName("card");
        return card;
    }

    @Override
    public Component component() {
        return page;
    }
}
