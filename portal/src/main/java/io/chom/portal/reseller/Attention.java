package io.chom.portal.reseller;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.MeterList;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.Spare;
import io.chom.tenants.billing.MeterUsage;
import java.util.Comparator;
import java.util.List;

/** The customers to talk to first: those nearest to a limit, and those who have used up something. */
final class Attention extends Composite<Div> {

    private static final int SHOWN = 5;

    private final transient Language language;
    private final MeterList lines = new MeterList();
    private final transient Spare<Button> more;
    private final transient Spare<Placard> nobody;

    /** @param tasks what is to be done besides */
    Attention(Language language, Runnable showAll, Component tasks) {
        this.language = language;
        var why = new Paragraph(language.say("reseller.attention.why"));
        why.addClassName("muted");
        var head = new Div(new Div(new H2(language.say("reseller.attention")), why));
        head.addClassName("card-head");
        more = new Spare<>(head, () -> all(showAll));
        nobody = new Spare<>(getContent(), this::nobody);
        getContent().addClassNames("card", "attention");
        getContent().add(head, lines, tasks);
    }

    void show(List<Customer> customers) {
        var near = customers.stream()
                .filter(Customer::isNearLimit)
                .sorted(Comparator.comparingInt((Customer one) -> one.row().highestPercent())
                        .reversed())
                .toList();
        more.show(near.size() > SHOWN, all -> all.setText(language.count("reseller.attention.more", near.size())));
        nobody.show(near.isEmpty());
        lines.show(near.stream()
                .limit(SHOWN)
                .flatMap(customer -> customer.highest().map(usage -> line(customer, usage)).stream())
                .toList());
    }

    private static Button all(Runnable showAll) {
        var all = new Button("", event -> showAll.run());
        all.addThemeVariants(ButtonVariant.TERTIARY);
        return all;
    }

    private Placard nobody() {
        return new Placard(
                Icon.CHECK, language.say("reseller.attention.none"), language.say("reseller.attention.none.why"));
    }

    private MeterList.Line line(Customer customer, MeterUsage usage) {
        var figures = customer.figures(usage);
        return new MeterList.Line(
                customer.row().name(),
                customer.row().plan(),
                usage.meter().name() + " · " + figures,
                language.formats().percent(usage.percent()),
                customer.level(),
                usage,
                figures);
    }
}
