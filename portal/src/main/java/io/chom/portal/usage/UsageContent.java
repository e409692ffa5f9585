package io.chom.portal.usage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.catalog.MeterId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The usage screen once there are figures; drawn in place, so that only what changed moves. */
final class UsageContent implements StatePanel.Content<UsageSeen> {

    private final Language language;
    private final ForecastWords words;
    private final PlanLine plan;
    private final UncountedLine uncounted;
    private final FirstEvent first;
    private final EstimateCard estimate;
    private final ChartCard chart;
    private final Div cards = new Div();
    private final Map<MeterId, MeterCard> meters = new LinkedHashMap<>();
    private final Div page;

    UsageContent(Language language, FirstEvent first, ChartCard chart) {
        this.language = language;
        this.words = new ForecastWords(language);
        this.plan = new PlanLine(language);
        this.uncounted = new UncountedLine(language);
        this.first = first;
        this.estimate = new EstimateCard(language);
        this.chart = chart;
        cards.addClassName("meters");
        page = new Div(plan, uncounted, cards, first, chart, estimate);
        page.addClassName("stack");
    }

    @Override
    public void show(UsageSeen seen) {
        var overview = seen.overview();
        plan.show(overview, seen.forecast());
        uncounted.show(seen.uncounted());
        first.show(overview);
        var meters = language.worded(overview.meters());
        meters.forEach(usage ->
                card(usage).show(usage, seen.forecast().flatMap(forecast -> words.ahead(forecast, usage))));
        estimate.show(overview);
        chart.offer(meters);
    }

    private MeterCard card(MeterUsage usage) {
        return meters.computeIfAbsent(usage.meter().id(), id -> {
            var card = new MeterCard(language, id, usage.meter().name());
            cards.add(card);
            return card;
        });
    }

    @Override
    public Component component() {
        return page;
    }
}
