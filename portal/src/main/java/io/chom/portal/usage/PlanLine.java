package io.chom.portal.usage;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.SeatWords;
import io.chom.portal.formats.TermWords;
import io.chom.tenants.billing.UsageForecast;
import io.chom.tenants.billing.UsageOverview;
import java.util.Optional;

/** Which plan, which period and how long it lasts, and what it comes to so far. */
final class PlanLine extends Composite<DescriptionList> {

    private final transient Language language;
    private final Description plan = new Description();
    private final Description period = new Description();
    private final Description estimate = new Description();

    PlanLine(Language language) {
        this.language = language;
        getContent().addClassName("facts");
        getContent()
                .add(
                        new Div(new Term(language.say("usage.plan")), plan),
                        new Div(new Term(language.say("usage.period")), period),
                        new Div(new Term(language.say("usage.estimate")), estimate));
    }

    void show(UsageOverview overview, Optional<UsageForecast> forecast) {
        var formats = language.formats();
        plan.removeAll();
        plan.add(strong(new SeatWords(language).title(overview.plan())), new Span(price(overview)));
        period.removeAll();
        period.add(
                strong(formats.days(
                        overview.period().from(), overview.period().until().minusDays(1))),
                new Span(language.count("usage.days-left", overview.period().daysLeft(overview.asOf()))));
        estimate.removeAll();
        estimate.add(
                strong(formats.money(overview.estimate().total())), new Span(language.say("usage.estimate.so-far")));
        forecast.map(one -> new ForecastWords(language).bill(one))
                .map(Span::new)
                .ifPresent(estimate::add);
    }

    /** What is tried or paused costs nothing meanwhile, which is no price. */
    private String price(UsageOverview overview) {
        var price = overview.plan().price(overview.term());
        return price.minor() == 0
                ? language.say("usage.price.nothing")
                : language.formats().money(price) + " " + new TermWords(language).each(overview.term());
    }

    private static Span strong(String text) {
        var strong = new Span(text);
        strong.addClassName("fact");
        return strong;
    }
}
