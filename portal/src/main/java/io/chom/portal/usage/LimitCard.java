package io.chom.portal.usage;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.IncreaseWords;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.UsageMeter;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.increase.Increase;
import io.chom.tenants.billing.increase.IncreaseService;
import io.chom.tenants.catalog.MeterId;
import java.util.Optional;

/** Where one meter stops: how near that is, and more to ask for, or what was asked for. */
final class LimitCard extends Composite<Div> {

    private static final int LONGEST_NUMBER = 30;

    private final transient Language language;
    private final transient IncreaseWords words;
    private final boolean mayAsk;
    private final MeterId meter;
    private final Span figures = new Span();
    private final UsageMeter bar = new UsageMeter();
    private final TextField limit = new TextField();
    private final TextField reason = new TextField();
    private final Div form = new Div();
    private final Paragraph state = new Paragraph();
    private final Button withdraw;
    private final Div waiting;
    private transient Optional<Increase> shown = Optional.empty();

    LimitCard(Language language, LimitsWork work, MeterUsage usage, boolean mayAsk) {
        this.language = language;
        this.words = new IncreaseWords(language);
        this.mayAsk = mayAsk;
        meter = usage.meter().id();
        limit.setLabel(language.say("limits.wanted"));
        limit.setMaxLength(LONGEST_NUMBER);
        limit.getElement().setAttribute("inputmode", "decimal");
        reason.setLabel(language.say("limits.reason"));
        reason.setPlaceholder(language.say("limits.reason.like"));
        reason.setMaxLength(IncreaseService.LONGEST_TEXT);
        reason.addClassName("grow");
        var ask = new Button(
                language.say("limits.ask"),
                event -> work.ask(meter, language.formats().typed(limit.getValue()), reason.getValue()));
        form.add(limit, reason, ask);
        form.addClassName("field-row");
        withdraw = new Button(language.say("limits.withdraw"), event -> shown.ifPresent(work::withdraw));
        state.addClassName("grow");
        waiting = new Div(state, withdraw);
        waiting.addClassName("section-head");
        var head = new Div(new H2(usage.meter().name()), figures);
        head.addClassName("section-head");
        var body = new Div(head, bar, waiting, form);
        body.addClassName("stack");
        getContent().addClassName("card");
        getContent().add(body);
    }

    /** What is typed stays until it was taken. */
    void show(MeterUsage usage, Optional<Increase> asked) {
        var used = language.say(
                "usage.of",
                language.quantity(usage.used(), usage.meter()),
                language.allowance(usage.allowance(), usage.meter()));
        figures.setText(used);
        bar.show(usage, used);
        if (asked.isPresent() && shown.isEmpty()) {
            limit.clear();
            reason.clear();
        }
        shown = asked;
        waiting.setVisible(asked.isPresent());
        withdraw.setVisible(mayAsk);
        state.setText(asked.map(one -> language.say(
                        "limits.waiting", words.quantity(one, one.wanted()), language.moment(one.askedAt())))
                .orElse(""));
        form.setVisible(mayAsk && asked.isEmpty());
    }
}
