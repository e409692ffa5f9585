package io.chom.portal.plans;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Segments;
import io.chom.tenants.billing.PauseOffer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Some months without the plan, instead of its end: how many, and what follows. */
final class PauseCard extends Composite<NativeDetails> {

    private final transient Language language;
    private final Segments months;
    private final Paragraph why = new Paragraph();
    private final Button pause;
    private transient Optional<PauseOffer> shown = Optional.empty();

    PauseCard(Language language, PlansWork work) {
        this.language = language;
        months = new Segments(language.say("plans.pause.choose"), month -> say());
        pause = new Button("", event -> shown.ifPresent(offer -> work.pause(offer.from(), until(offer))));
        var body = new Div(months, why, new Div(pause));
        body.addClassName("stack");
        getContent().addClassName("card");
        getContent().setSummaryText(language.say("plans.pause"));
        getContent().setContent(body);
    }

    /** @param offer empty where it cannot be paused */
    void show(Optional<PauseOffer> offer) {
        setVisible(offer.isPresent());
        if (offer.equals(shown)) {
            return;
        }
        shown = offer;
        offer.ifPresent(found -> {
            var words = new LinkedHashMap<String, String>();
            for (int month = 1; month <= found.until().size(); month++) {
                words.put(String.valueOf(month), language.count("plans.pause.months", month));
            }
            months.offer(words, months.chosen());
            say();
        });
    }

    private void say() {
        shown.ifPresent(offer -> {
            var from = language.formats().date(offer.from());
            why.setText(language.say("plans.pause.why", from, language.formats().date(until(offer))));
            pause.setText(language.say("plans.pause.from", from));
        });
    }

    private LocalDate until(PauseOffer offer) {
        int month = months.chosen().map(Integer::valueOf).orElse(1);
        return offer.until().get(Math.min(month, offer.until().size()) - 1);
    }
}
