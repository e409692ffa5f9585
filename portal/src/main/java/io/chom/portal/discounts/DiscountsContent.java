package io.chom.portal.discounts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.AddressState;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.discount.CustomerDiscounts;
import io.chom.tenants.billing.discount.DiscountOffer;
import io.chom.tenants.tenancy.Tenant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A customer to choose, what is off its price, the way to give something, and what was done. */
final class DiscountsContent implements StatePanel.Content<DiscountsWork.Page> {

    /** Under which name the address keeps who is chosen. */
    static final String CUSTOMER = "customer";

    private final Language language;
    private final DiscountsWork work;
    private final Refusal refusal;
    private final ComboBox<Tenant> buyers = new ComboBox<>();
    private final Placard nobody;
    private final Placard nothing;
    private final CurrentDiscount current;
    private final Div giving = new Div();
    private final DiscountHistory history;
    private final Div page;
    private List<Object> drawn = List.of();

    DiscountsContent(Language language, DiscountsWork work, AddressState address) {
        this.language = language;
        this.work = work;
        refusal = new Refusal(language);
        buyers.setLabel(language.say("discounts.customer"));
        buyers.setItemLabelGenerator(Tenant::name);
        buyers.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                address.put(CUSTOMER, event.getValue().id().toString());
                work.choose(event.getValue());
            }
        });
        nobody = new Placard(Icon.PEOPLE, language.say("discounts.choose"), language.say("discounts.choose.why"));
        nothing = new Placard(Icon.TABLE, language.say("discounts.plan.none"), language.say("discounts.plan.none.why"));
        current = new CurrentDiscount(language, work);
        history = new DiscountHistory(language);
        giving.addClassName("bare");
        page = new Div(refusal, buyers, nobody, nothing, current, giving, history);
        page.addClassName("stack");
    }

    @Override
    public void show(DiscountsWork.Page seen) {
        refusal.show(seen.refusal());
        offer(seen);
        var found = seen.found();
        nobody.setVisible(found.isEmpty());
        nothing.setVisible(found.filter(one -> one.offer() == null).isPresent());
        current.show(found);
        history.show(found, seen.people());
        form(seen.buyer(), found);
    }

    private void offer(DiscountsWork.Page seen) {
        if (!seen.buyers().equals(buyers.getListDataView().getItems().toList())) {
            buyers.setItems(seen.buyers());
        }
        seen.buyer().ifPresent(buyers::setValue);
    }

    /** A form in which somebody is writing stays as long as it is about the same. */
    private void form(Optional<Tenant> buyer, Optional<CustomerDiscounts> found) {
        var open = found.flatMap(CustomerDiscounts::open);
        @Nullable DiscountOffer offer = found.map(CustomerDiscounts::offer).orElse(null);
        boolean isPossible = open.isEmpty() && offer != null && buyer.isPresent();
        List<Object> now = isPossible && offer != null ? List.of(buyer, offer) : List.of();
        if (!now.equals(drawn)) {
            drawn = now;
            giving.removeAll();
            if (offer != null && isPossible) {
                giving.add(
                        new DiscountForm(language, offer, wish -> work.give(buyer.orElseThrow(), wish), work::refuse));
            }
        }
        giving.setVisible(isPossible);
    }

    @Override
    public Component component() {
        return page;
    }
}
