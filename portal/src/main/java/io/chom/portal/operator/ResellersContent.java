package io.chom.portal.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.AddressState;
import io.chom.portal.parts.Headline;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.ListCard;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.Spare;
import io.chom.portal.parts.StatePanel;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.reseller.PlatformOverview;
import io.chom.tenants.reseller.PlatformOverview.ResellerRow;

/** The operator's screen once there are figures. */
final class ResellersContent implements StatePanel.Content<PlatformOverview> {

    private final Language language;
    private final SignedIn signedIn;
    private final Headline resellers;
    private final Headline mrr;
    private final Headline near;
    private final ListCard<Reseller> list;
    private final Spare<Div> empty;
    private final Div page;

    ResellersContent(Language language, SignedIn signedIn, AddressState address) {
        this.language = language;
        this.signedIn = signedIn;
        resellers = new Headline(language.say("operator.resellers"));
        mrr = new Headline(language.say("operator.mrr"));
        near = new Headline(language.say("operator.near"));
        list = new ListCard<>(
                        language,
                        "operator",
                        address,
                        new ResellerGrid(language),
                        new ResellerCards(language),
                        Reseller::matches)
                .filter("near", Reseller::hasNearLimit)
                .export("resellers.csv", found -> new ResellerTable(found, language).rows());
        var headlines = new Div(resellers, mrr, near);
        headlines.addClassName("stats");
        page = new Div(headlines, list);
        page.addClassName("stack");
        empty = new Spare<>(page, this::nobody);
    }

    @Override
    public void show(PlatformOverview overview) {
        var formats = language.formats();
        var rows = overview.resellers();
        int customers = rows.stream().mapToInt(ResellerRow::customers).sum();
        int nearLimit = rows.stream().mapToInt(ResellerRow::nearLimit).sum();
        resellers.show(formats.number(rows.size()), language.count("operator.resellers.why", customers));
        mrr.show(formats.lines(overview.mrr()), language.say("operator.mrr.why"));
        near.show(formats.number(nearLimit), language.say("operator.near.why"));
        list.setVisible(!rows.isEmpty());
        empty.show(rows.isEmpty());
        list.show(rows.stream()
                .map(row -> new Reseller(row, signedIn.portalAt(row.host()), language))
                .toList());
    }

    private Div nobody() {
        var card =
                new Div(new Placard(Icon.PEOPLE, language.say("operator.empty"), language.say("operator.empty.why")));
        card.addClassName("card");
        return card;
    }

    @Override
    public Component component() {
        return page;
    }
}
