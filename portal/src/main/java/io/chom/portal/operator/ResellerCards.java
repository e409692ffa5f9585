package io.chom.portal.operator;

import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.chom.portal.formats.Language;

/** All resellers as cards, for narrow screens. */
final class ResellerCards extends VirtualList<Reseller> {

    private static final String CARD = """
            <article class="row-card"><strong>${item.name}</strong><span class="num">${item.mrr}</span>\
            <a href="${item.address}">${item.host}</a><span class="num muted">${item.customers}</span>\
            <span class="status ${item.tone}">${item.word}</span></article>""";

    ResellerCards(Language language) {
        addClassName("narrow-only");
        // What scrolls can be scrolled with the keyboard.
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("aria-label", language.say("operator.list"));
        setRenderer(LitRenderer.<Reseller>of(CARD)
                .withProperty("name", reseller -> reseller.row().name())
                .withProperty("mrr", Reseller::mrr)
                .withProperty("address", Reseller::address)
                .withProperty("host", reseller -> reseller.row().host())
                .withProperty(
                        "customers",
                        reseller ->
                                language.count("reseller.shown", reseller.row().customers()))
                .withProperty("tone", reseller -> reseller.tone().style())
                .withProperty("word", Reseller::status));
    }
}
