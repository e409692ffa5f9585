package io.chom.portal.reseller;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.UsageMeter;
import io.chom.tenants.billing.MeterUsage;
import java.util.Comparator;
import java.util.List;

/** The customers to talk to first: those nearest to a limit. */
final class Attention extends Composite<Div> {

    private static final int SHOWN = 5;

    private final transient Language language;
    private final Div list = new Div();
    private final Button all;

    Attention(Language language, Runnable showAll) {
        this.language = language;
        all = new Button("", event -> showAll.run());
        all.addThemeVariants(ButtonVariant.TERTIARY);
        var why = new Paragraph(language.say("reseller.attention.why"));
        why.addClassName("muted");
        var head = new Div(new Div(new H2(language.say("reseller.attention")), why), all);
        head.addClassName("card-head");
        getContent().addClassNames("card", "attention");
        getContent().add(head, list);
    }

    void show(List<Customer> customers) {
        var near = customers.stream()
                .filter(Customer::isNearLimit)
                .sorted(Comparator.comparingInt((Customer one) -> one.row().highestPercent())
                        .reversed())
                .toList();
        all.setText(language.count("reseller.attention.more", near.size()));
        all.setVisible(near.size() > SHOWN);
        list.removeAll();
        list.add(near.isEmpty() ? nobody() : lines(near));
    }

    private Placard nobody() {
        return new Placard(
                Icon.CHECK, language.say("reseller.attention.none"), language.say("reseller.attention.none.why"));
    }

    private UnorderedList lines(List<Customer> near) {
        var lines = new UnorderedList();
        near.stream()
                .limit(SHOWN)
                .forEach(customer -> customer.highest().ifPresent(usage -> lines.add(line(customer, usage))));
        return lines;
    }

    private ListItem line(Customer customer, MeterUsage usage) {
        var name = new Span(customer.row().name());
        name.addClassName("attention-name");
        var plan = new Span(customer.row().plan());
        plan.addClassName("attention-plan");
        var meter = new UsageMeter();
        meter.show(usage, customer.figures(usage));
        var percent = new Span(language.formats().percent(usage.percent()));
        percent.addClassName("attention-percent");
        var figures = new Span(usage.meter().name() + " · " + customer.figures(usage));
        figures.addClassName("attention-figures");
        var line = new ListItem(new Div(name, plan), new Div(figures, percent), meter);
        line.getElement().setAttribute("data-level", customer.level());
        return line;
    }
}
