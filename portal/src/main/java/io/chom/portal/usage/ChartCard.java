package io.chom.portal.usage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.parts.AddressState;
import io.chom.portal.parts.CsvLink;
import io.chom.portal.parts.LivePanel;
import io.chom.portal.parts.Segments;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.parts.StatePanel;
import io.chom.portal.parts.TimeChart;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.platform.Acting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The last 30 days of one meter; the meter is chosen by its name and stands in the address. */
final class ChartCard extends Composite<Div> implements StatePanel.Content<Chosen> {

    /** Name of the meter in the address. */
    private static final String METER = "meter";

    private static final int DAYS = 30;

    private final transient Language language;
    private final transient CustomerUsage usage;
    private final transient Clock clock;
    private final transient AddressState address = new AddressState();
    private final transient Map<String, MeterUsage> offered = new LinkedHashMap<>();
    private final Segments choice;
    private final CsvLink export;
    private final TimeChart chart;
    private final LivePanel<Chosen> panel;
    private transient volatile Optional<Chosen> shown = Optional.empty();

    ChartCard(Language language, Acting acting, CustomerUsage usage, Clock clock) {
        this.language = language;
        this.usage = usage;
        this.clock = clock;
        chart = new TimeChart(language);
        var source = new Source<>(this::load, usage::changes);
        panel = new LivePanel<>(language, acting, clock, source, Skeletons.line(), this);
        choice = new Segments(language.say("usage.chart.meters"), this::choose);
        getContent().addClassNames("card", "chart-card");
        export = new CsvLink(language.say("usage.export"), "usage.csv", this::rows);
        var head = new Div(choice, export);
        head.addClassName("chart-head");
        getContent().add(head, panel);
    }

    /** The meters among which one is chosen, with the figures of the period. */
    void offer(List<MeterUsage> meters) {
        setVisible(!meters.isEmpty());
        boolean isNew = meters.size() != offered.size();
        meters.forEach(one -> offered.put(one.meter().id().value(), one));
        if (isNew) {
            var words = new LinkedHashMap<String, String>();
            offered.forEach((id, one) -> words.put(id, one.meter().name()));
            choice.offer(words, address.get(METER).or(this::fullest));
            panel.reload();
        }
    }

    /** What is nearest to its limit is what a person came to see. */
    private Optional<String> fullest() {
        return offered.values().stream()
                .max(Comparator.comparingInt(MeterUsage::percent))
                .map(one -> one.meter().id().value());
    }

    private void choose(String meter) {
        address.put(METER, meter);
        panel.reload();
    }

    private Mono<Chosen> load() {
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        var from = until.minusDays(DAYS);
        return Mono.justOrEmpty(chosen())
                .flatMap(one ->
                        usage.daily(one.meter().id(), from, until).map(days -> new Chosen(one, days, from, until)));
    }

    private List<List<String>> rows() {
        return shown.map(chosen -> chosen.rows(language)).orElse(List.of());
    }

    private Optional<MeterUsage> chosen() {
        return choice.chosen().map(offered::get);
    }

    @Override
    public void show(Chosen chosen) {
        shown = Optional.of(chosen);
        export.setVisible(!chosen.isEmpty());
        var meter = chosen.usage().meter();
        chart.show(new TimeChart.Line(
                language.say("usage.chart"),
                meter.name(),
                meter.unit(),
                chosen.isEmpty() ? Map.of() : chosen.points(),
                chosen.allowance(),
                language.say("usage.chart.empty", meter.name())));
    }

    @Override
    public Component component() {
        return chart;
    }
}
