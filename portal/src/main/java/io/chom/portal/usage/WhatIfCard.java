package io.chom.portal.usage;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.SeatWords;
import io.chom.tenants.billing.WhatIf;

/** What one plan would cost, and each charge of it as a sentence. */
final class WhatIfCard extends Composite<Div> {

    WhatIfCard(Language language, WhatIf one, boolean isCheapest) {
        var words = new MeterWords(language);
        var head = new Div(new H2(new SeatWords(language).title(one.plan())));
        head.addClassName("section-head");
        if (one.isHad()) {
            head.add(tag(language.say("whatif.had"), "accent"));
        }
        if (isCheapest) {
            head.add(tag(language.say("whatif.cheapest"), "success"));
        }
        var total =
                new Paragraph(new Span(language.formats().money(one.total())), new Span(language.say("usage.price")));
        total.addClassName("price");
        var lines = new UnorderedList();
        lines.addClassName("reckoning");
        lines.add(new ListItem(language.say("whatif.base", language.formats().money(one.base()))));
        language.worded(one.beyond())
                .forEach(usage -> words.charges(usage)
                        .forEach(charge -> lines.add(new ListItem(
                                language.say("whatif.charge", usage.meter().name(), charge)))));
        language.worded(one.stops()).forEach(usage -> {
            var stop = new ListItem(language.say("whatif.stops", usage.meter().name(), words.allowed(usage)));
            stop.addClassName("lacking");
            lines.add(stop);
        });
        getContent().addClassNames("card", "offer");
        getContent().add(head, total, lines);
    }

    private static Span tag(String text, String tone) {
        var tag = new Span(text);
        tag.addClassNames("tag", tone);
        return tag;
    }
}
