package io.chom.portal.reseller;

import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.chom.portal.formats.Language;

/** All customers as cards, for narrow screens: the three facts that matter. */
final class CustomerCards extends VirtualList<Customer> {

    private static final String CARD = """
            <article class="row-card" data-level="${item.level}">\
            <strong><a href="discounts?customer=${item.id}" router-link>${item.name}</a></strong><span class="row-card-figure">${item.mrr}</span>\
            <span class="status ${item.tone}">${item.word} · ${item.plan}</span>\
            <span class="row-card-words">${item.words}</span>\
            <usage-meter bare label="${item.words}" value="${item.percent}" max="100" spoken="${item.words}"></usage-meter>\
            </article>""";

    CustomerCards(Language language) {
        addClassName("narrow-only");
        // What scrolls can be scrolled with the keyboard.
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("aria-label", language.say("reseller.list"));
        setRenderer(LitRenderer.<Customer>of(CARD)
                .withProperty("id", customer -> customer.row().id().toString())
                .withProperty("name", customer -> customer.row().name())
                .withProperty("plan", customer -> customer.row().plan())
                .withProperty("mrr", Customer::mrr)
                .withProperty("tone", customer -> customer.tone().style())
                .withProperty("word", Customer::status)
                .withProperty("level", Customer::level)
                .withProperty("words", Customer::highestWords)
                .withProperty("percent", customer -> customer.row().highestPercent()));
    }
}
