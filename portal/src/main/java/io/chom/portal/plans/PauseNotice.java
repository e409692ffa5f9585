package io.chom.portal.plans;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.TermWords;
import io.chom.portal.parts.Confirmation;
import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.Pause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Says that a plan is paused or will be, and offers to have it go on. */
final class PauseNotice {

    private final Language language;
    private final PlansWork work;

    PauseNotice(Language language, PlansWork work) {
        this.language = language;
        this.work = work;
    }

    Stream<Component> of(Bought bought, Pause pause, Instant now) {
        var formats = language.formats();
        var name = bought.sold().name();
        var last = formats.date(pause.end().minusDays(1));
        boolean isNow =
                pause.covers(LocalDate.ofInstant(now, bought.subscription().zone()));
        var words = isNow
                ? language.say("plans.paused", name, last, formats.date(pause.end()))
                : language.say("plans.pauses", name, formats.date(pause.from()), last);
        var text = new Span(words);
        text.addClassName("grow");
        if (!isNow) {
            return Stream.of(text, new Button(language.say("plans.pause.not"), event -> work.resume()));
        }
        var price = new TermWords(language).price(bought.sold(), bought.term());
        var sure = new Confirmation(
                        language.say("plans.resume.sure", name, price),
                        language.say("plans.resume.yes"),
                        language.say("plan.leave"),
                        work::resume)
                .gently();
        return Stream.of(text, new Button(language.say("plans.resume"), event -> sure.ask()), new Div(sure));
    }
}
