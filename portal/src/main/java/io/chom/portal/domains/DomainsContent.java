package io.chom.portal.domains;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.domains.DomainsPage.Entry;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.catalog.Product;
import io.chom.tenants.tenancy.HostName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page once there is an answer: how to add a domain, and one card for each. */
final class DomainsContent implements StatePanel.Content<DomainsPage> {

    private final Language language;
    private final DomainsWork work;
    private final NewDomain adding;
    private final Refusal refusal;
    private final Div cards = new Div();
    private final Placard none;
    private final Map<HostName, DomainCard> shown = new HashMap<>();
    private final Div page;

    DomainsContent(Language language, DomainsWork work, Optional<Product> fee) {
        this.language = language;
        this.work = work;
        adding = new NewDomain(language, work, fee);
        none = new Placard(Icon.GLOBE, language.say("domains.empty"), language.say("domains.empty.why"));
        refusal = new Refusal(language);
        cards.addClassName("stack");
        page = new Div(refusal, adding, cards, none);
        page.addClassName("stack");
    }

    @Override
    public void show(DomainsPage found) {
        refusal.show(found.refusal());
        adding.show(found.offer());
        none.setVisible(found.domains().isEmpty());
        draw(found.domains());
    }

    /** A card that stays is kept as it is, with what somebody has opened or is about to confirm in it. */
    private void draw(List<Entry> entries) {
        var hosts = entries.stream().map(entry -> entry.standing().host()).toList();
        shown.entrySet().removeIf(card -> {
            boolean isGone = !hosts.contains(card.getKey());
            if (isGone) {
                cards.remove(card.getValue());
            }
            return isGone;
        });
        for (int at = 0; at < entries.size(); at++) {
            var host = hosts.get(at);
            var card = shown.computeIfAbsent(host, fresh -> new DomainCard(language, work, fresh));
            if (card.getParent().isEmpty()) {
                cards.addComponentAtIndex(at, card);
            }
            card.show(entries.get(at));
        }
    }

    @Override
    public Component component() {
        return page;
    }
}
