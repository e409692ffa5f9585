package io.chom.portal.usage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.AddressState;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.WhatIf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A slider for each meter, and beside them what every plan would cost. It begins with what the running period is likely to end
 * with; what a person supposes stands in the address and stays when the figures behind it change.
 */
final class WhatIfContent implements StatePanel.Content<WhatIfBasis> {

    private final Language language;
    private final Catalogues catalogues;
    private final AddressState address = new AddressState();
    private final Map<MeterId, Supposed> sliders = new LinkedHashMap<>();
    private final Div controls = new Div();
    private final Div plans = new Div();
    private final Paragraph verdict = new Paragraph();
    private final Div page;
    private Optional<WhatIfBasis> basis = Optional.empty();

    /** @param mayChange whether the person may change the plan */
    WhatIfContent(Language language, Catalogues catalogues, boolean mayChange) {
        this.language = language;
        this.catalogues = catalogues;
        var back = new Button(language.say("whatif.reset"), event -> reset());
        var head = new Div(new H2(language.say("whatif.use")), back);
        head.addClassName("section-head");
        controls.addClassName("supposing");
        var card = new Div(head, controls);
        card.addClassNames("card", "stack");
        plans.addClassName("columns");
        verdict.getElement().setAttribute("role", "status");
        verdict.addClassName("muted");
        var change = new Anchor("plans", language.say("whatif.change"));
        change.getElement().setAttribute("router-link", true);
        change.setVisible(mayChange);
        page = new Div(card, verdict, plans, change);
        page.addClassName("stack");
    }

    @Override
    public void show(WhatIfBasis found) {
        basis = Optional.of(found);
        language.worded(found.meters())
                .forEach(usage -> sliders.computeIfAbsent(usage.meter().id(), id -> {
                    var slider = new Supposed(language, usage.meter(), most(found, usage), this::moved);
                    slider.suppose(
                            address.get(id.value()).flatMap(Supposed::read).orElse(found.likely(usage)));
                    controls.add(slider);
                    return slider;
                }));
        draw(found);
    }

    /** Beyond what any plan includes, and beyond twice what is likely: room to wonder on both sides. */
    private BigDecimal most(WhatIfBasis found, MeterUsage usage) {
        var id = usage.meter().id();
        var included = Stream.concat(
                        Stream.of(found.had()),
                        catalogues.plans(found.had().catalogue(), found.had().currency()).stream())
                .flatMap(plan -> plan.allowance(id).stream())
                .map(one -> one.included().multiply(new BigDecimal("1.25")));
        var likely = found.likely(usage).multiply(BigDecimal.TWO);
        return Stream.concat(included, Stream.of(likely, BigDecimal.TEN)).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private void reset() {
        basis.ifPresent(found -> {
            found.meters()
                    .forEach(usage -> Optional.ofNullable(
                                    sliders.get(usage.meter().id()))
                            .ifPresent(slider -> slider.suppose(found.likely(usage))));
            sliders.keySet().forEach(id -> address.put(id.value(), ""));
            draw(found);
        });
    }

    private void moved() {
        sliders.forEach(
                (id, slider) -> address.put(id.value(), slider.quantity().toPlainString()));
        basis.ifPresent(this::draw);
    }

    private void draw(WhatIfBasis found) {
        var used = new LinkedHashMap<MeterId, BigDecimal>();
        sliders.forEach((id, slider) -> used.put(id, slider.quantity()));
        var all = WhatIf.over(found.had(), found.term(), found.off(), used, catalogues);
        var cheapest = WhatIf.cheapest(all);
        verdict.setText(verdict(all, cheapest));
        plans.removeAll();
        all.forEach(one -> plans.add(
                new WhatIfCard(language, one, cheapest.filter(one::equals).isPresent())));
    }

    private String verdict(List<WhatIf> all, Optional<WhatIf> cheapest) {
        var had = all.stream().filter(WhatIf::isHad).findFirst().orElseThrow();
        if (cheapest.isEmpty()) {
            return language.say("whatif.none");
        }
        Plan best = cheapest.get().plan();
        if (cheapest.get().isHad()) {
            return language.say("whatif.stay", best.name());
        }
        if (!had.stops().isEmpty()) {
            return language.say("whatif.needed", had.plan().name(), best.name());
        }
        var saved = had.total().minus(cheapest.get().total());
        return language.say("whatif.saves", best.name(), language.formats().money(saved));
    }

    @Override
    public Component component() {
        return page;
    }
}
