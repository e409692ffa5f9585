package io.chom.portal.usage;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.LiveNumber;
import io.chom.portal.parts.UsageMeter;
import io.chom.tenants.billing.MeterUsage;
import java.util.Locale;

/** One meter: used of what is included, how near the limit is, and what lies beyond. */
final class MeterCard extends Composite<Div> {

    private final transient Language language;
    private final transient MeterWords words;
    private final Span level = new Span();
    private final LiveNumber used = new LiveNumber();
    private final Span included = new Span();
    private final Span percent = new Span();
    private final UsageMeter meter = new UsageMeter();
    private final Paragraph consequence = new Paragraph();

    MeterCard(Language language, String name) {
        this.language = language;
        this.words = new MeterWords(language);
        level.addClassName("level");
        var head = new Div(new H2(name), level);
        head.addClassName("card-head");
        used.addClassName("meter-used");
        included.addClassName("meter-included");
        percent.addClassName("meter-percent");
        var figures = new Div(used, included, percent);
        figures.addClassName("meter-figures");
        consequence.addClassName("meter-consequence");
        getContent().addClassNames("card", "meter-card");
        getContent().add(head, figures, meter, consequence);
    }

    void show(MeterUsage usage) {
        used.show(words.used(usage));
        included.setText(words.included(usage));
        percent.setText(language.formats().percent(usage.percent()));
        level.setText(words.level(usage));
        meter.show(usage, language.say("usage.of", words.used(usage), words.allowed(usage)));
        consequence.setText(words.consequence(usage));
        getElement().setAttribute("data-level", usage.level().name().toLowerCase(Locale.ROOT));
    }
}
