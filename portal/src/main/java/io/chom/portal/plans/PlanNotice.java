package io.chom.portal.plans;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.DiscountWords;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.SeatWords;
import io.chom.portal.formats.TermWords;
import io.chom.portal.parts.Confirmation;
import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.Pause;
import io.chom.tenants.billing.PlanStep;
import io.chom.tenants.billing.Reductions;
import io.chom.tenants.catalog.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How the plan that is had goes on: that it ends, is tried, paused or changed, with the way back; else when it is paid next. */
final class PlanNotice extends Composite<Div> {

    private final transient Language language;
    private final transient PlansWork work;
    private transient List<Object> drawn = List.of();

    PlanNotice(Language language, PlansWork work) {
        this.language = language;
        this.work = work;
    }

    /** Draws it only where it is another: a question that somebody is asked stays until it is answered. */
    void show(PlansWork.Page found) {
        List<Object> now = List.of(found.bought(), found.today());
        if (!now.equals(drawn)) {
            drawn = now;
            getContent().removeAll();
            found.bought().ifPresent(bought -> {
                getContent().add(of(bought, found));
                discount(bought, found.now()).ifPresent(getContent()::add);
            });
        }
        setVisible(found.bought().isPresent());
    }

    /** What is off its price, if anything is or will be. */
    private Optional<Component> discount(Bought bought, Instant now) {
        return Reductions.current(bought, now)
                .map(one -> new Paragraph(new DiscountWords(language).counts(one.percent(), one.span())));
    }

    private Component of(Bought bought, PlansWork.Page found) {
        LocalDate endsOn = bought.subscription().endsOn();
        if (endsOn != null) {
            return advice(
                    language.say(found.isTried() ? "plans.trial.ends" : "plans.ends", date(endsOn.minusDays(1))),
                    new Button(language.say("plan.keep"), event -> work.goOn()));
        }
        return bought.pause(found.now())
                .map(pause -> paused(bought, pause, found.now()))
                .orElseGet(() -> found.isTried() ? advice(tried(bought, found.now())) : goingOn(bought, found.now()));
    }

    private Component paused(Bought bought, Pause pause, Instant now) {
        var name = bought.sold().name();
        var last = date(pause.end().minusDays(1));
        if (!pause.covers(LocalDate.ofInstant(now, bought.subscription().zone()))) {
            return advice(
                    language.say("plans.pauses", name, date(pause.from()), last),
                    new Button(language.say("plans.pause.not"), event -> work.resume()));
        }
        var sure = new Confirmation(
                        language.say("plans.resume.sure", name, price(bought)),
                        language.say("plans.resume.yes"),
                        language.say("plan.leave"),
                        work::resume)
                .gently();
        return advice(
                language.say("plans.paused", name, last, date(pause.end())),
                new Button(language.say("plans.resume"), event -> sure.ask()),
                new Div(sure));
    }

    private String tried(Bought bought, Instant now) {
        var trial = bought.period(now);
        return language.say(
                "plans.trial",
                bought.sold().name(),
                date(trial.until().minusDays(1)),
                language.count("usage.days-left", trial.daysLeft(now)),
                price(bought));
    }

    private Component goingOn(Bought bought, Instant now) {
        return bought.upcoming(now).map(step -> upcoming(bought, step)).orElseGet(() -> renewal(bought, now));
    }

    private Component upcoming(Bought bought, PlanStep step) {
        var name = step.term() == bought.term()
                ? new SeatWords(language).title(step.plan())
                : new TermWords(language).name(step.plan(), step.term());
        return advice(
                language.say("plans.upcoming", name, date(step.from())),
                new Button(
                        language.say("plans.stay", new SeatWords(language).title(bought.plan())),
                        event -> work.stay()));
    }

    private Component renewal(Bought bought, Instant now) {
        return new Paragraph(language.say(
                bought.term() == Term.YEAR ? "plans.renews.year" : "plans.renews.month",
                new SeatWords(language).title(bought.sold()),
                date(bought.renewsOn(now)),
                price(bought)));
    }

    private static Component advice(String words, Component... ways) {
        var text = new Span(words);
        text.addClassName("grow");
        var advice = new Div(text);
        advice.addClassNames("advice", "confirmation");
        advice.add(ways);
        return advice;
    }

    private String price(Bought bought) {
        return new TermWords(language).price(bought.sold(), bought.term());
    }

    private String date(LocalDate day) {
        return language.formats().date(day);
    }
}
