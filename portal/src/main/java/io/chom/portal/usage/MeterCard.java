package io.chom.portal.usage;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.LiveNumber;
import io.chom.portal.parts.Status;
import io.chom.portal.parts.UsageMeter;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.catalog.Allowance.Enforcement;
import io.chom.tenants.catalog.MeterId;
import java.util.Optional;

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
    private final Paragraph ahead = new Paragraph();
    private final RouterLink more;

    MeterCard(Language language, MeterId meterId, String name) {
        this.language = language;
        this.words = new MeterWords(language);
        var head = new Div(new H2(name), level);
        head.addClassName("card-head");
        used.addClassName("meter-used");
        included.addClassName("meter-included");
        percent.addClassName("meter-percent");
        var figures = new Div(used, included, percent);
        figures.addClassName("meter-figures");
        consequence.addClassName("meter-consequence");
        ahead.addClassName("meter-consequence");
        more = new RouterLink(language.say("usage.more"), LimitsView.class);
        var parts = new RouterLink(language.say("usage.parts"), PartsView.class);
        parts.setQueryParameters(QueryParameters.of(PartsView.METER, meterId.value()));
        var ways = new Div(parts, more);
        ways.addClassName("meter-ways");
        getContent().addClassNames("card", "meter-card");
        getContent().add(head, figures, meter, consequence, ahead, ways);
    }

    /** @param likely how it is likely to end, said in a sentence; empty where nobody knows */
    void show(MeterUsage usage, Optional<String> likely) {
        used.show(words.used(usage));
        included.setText(words.included(usage));
        percent.setText(language.formats().percent(usage.percent()));
        level.setText(words.level(usage));
        level.setClassName("status " + tone(usage.level()).style());
        meter.show(
                usage, language.say("usage.of", words.used(usage), words.allowed(usage)) + ", " + words.level(usage));
        consequence.setText(words.consequence(usage));
        ahead.setText(likely.orElse(""));
        ahead.setVisible(likely.isPresent());
        more.setVisible(usage.allowance().enforcement() == Enforcement.HARD && usage.level() != MeterUsage.Level.FINE);
    }

    private static Status tone(MeterUsage.Level level) {
        return switch (level) {
            case FINE -> Status.SUCCESS;
            case CLOSE, NEAR -> Status.WARNING;
            case REACHED -> Status.DANGER;
        };
    }
}
