package io.chom.portal.reseller;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CurrencySelect;
import io.chom.portal.parts.OfferCard;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.Purchase;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Product;
import java.util.List;

/** What runs and what can be had, each with its price before anything is bought. */
final class PlanContent implements StatePanel.Content<PlanWork.Page> {

    private final Language language;
    private final PlanWork work;
    private final Catalogues catalogues;
    private final Refusal refusal;
    private final Paragraph meaning = new Paragraph();
    private final CurrencySelect currency;
    private final Div cards = new Div();
    private final Div page;
    private List<Object> drawn = List.of();

    PlanContent(Language language, PlanWork work, Catalogues catalogues) {
        this.language = language;
        this.work = work;
        this.catalogues = catalogues;
        refusal = new Refusal(language);
        cards.addClassName("columns");
        currency = new CurrencySelect(language, work::show);
        page = new Div(refusal, meaning, currency, cards);
        page.addClassName("stack");
    }

    @Override
    public void show(PlanWork.Page found) {
        refusal.show(found.refusal());
        meaning.setText(language.say(meaning(found)));
        currency.show(found.currencies(), found.currency());
        List<Object> now = List.of(found.plan(), found.offers(), found.held(), found.products());
        if (!now.equals(drawn)) {
            drawn = now;
            draw(found);
        }
    }

    /** Only what is another: a question that somebody is asked stays until it is answered. */
    private void draw(PlanWork.Page found) {
        cards.removeAll();
        found.plan().ifPresent(plan -> cards.add(card(plan).active()));
        found.offers().forEach(plan -> cards.add(card(plan).offer(() -> work.choose(plan))));
        found.held().forEach(one -> cards.add(card(one)));
        found.products()
                .forEach(
                        one -> cards.add(card(one, language.say("plan.managed")).offer(() -> work.buy(one))));
    }

    private OfferCard card(Plan plan) {
        return OfferCard.of(language, plan, catalogues);
    }

    private OfferCard card(Purchase held) {
        var since = language.formats()
                .date(held.boughtAt().atZone(language.formats().zone()).toLocalDate());
        return card(held.product(), language.say("plan.since", since)).active().leave(() -> work.end(held));
    }

    private OfferCard card(Product product, String what) {
        var words = new Paragraph(what);
        words.addClassName("muted");
        return new OfferCard(language, product.nameIn(language.words()), product.price(), words);
    }

    private static String meaning(PlanWork.Page found) {
        if (found.mayResell()) {
            return found.plan().isPresent() ? "plan.included" : "plan.granted";
        }
        return found.plan().isPresent() ? "plan.not-included" : "plan.none";
    }

    @Override
    public Component component() {
        return page;
    }
}
