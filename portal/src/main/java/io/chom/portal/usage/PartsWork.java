package io.chom.portal.usage;

import com.vaadin.flow.router.QueryParameters;
import io.chom.portal.live.Work;
import io.chom.portal.parts.AddressState;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Page;
import io.chom.tenants.usage.DailyUsage;
import io.chom.tenants.usage.FigureEvent;
import io.chom.tenants.usage.Span;
import io.chom.tenants.usage.SubjectUsage;
import io.chom.tenants.usage.UsageParts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What somebody looks at of a period, kept in the address: a meter, and of it a day, a site, or both. */
final class PartsWork extends Work<PartsWork.Seen> {

    /** Events that are shown at first, and with each "more". */
    static final int STEP = 50;

    private static final String DAY = "day";
    private static final String SITE = "site";

    /** Stands in the address before the name of a site, so that "without any" can stand there as well. */
    private static final String NAMED = "=";

    private final CustomerUsage usage;
    private final UsageParts parts;
    private final AddressState address;
    private volatile Choice choice = new Choice(Optional.empty(), Optional.empty(), Optional.empty());
    private volatile int steps = 1;

    PartsWork(CustomerUsage usage, UsageParts parts, AddressState address) {
        this.usage = usage;
        this.parts = parts;
        this.address = address;
    }

    /**
     * What is looked at.
     *
     * @param meter by its name; empty for the first of the plan
     * @param day empty for the whole period
     * @param site its name, empty text for events without one; empty for all
     */
    record Choice(Optional<String> meter, Optional<LocalDate> day, Optional<String> site) {}

    /**
     * What there is to see.
     *
     * @param meters of the period
     * @param meter the one that is looked at
     * @param days every day of the period so far
     * @param sites empty where too many events would have to be read
     * @param events the latest in front
     * @param hasMore whether there are earlier ones
     */
    record Seen(
            List<MeterUsage> meters,
            MeterUsage meter,
            Period period,
            Choice choice,
            List<DailyUsage> days,
            Optional<List<SubjectUsage>> sites,
            List<FigureEvent> events,
            boolean hasMore) {}

    /** Looks at what an address says. */
    void begin(QueryParameters said) {
        choice = new Choice(
                said.getSingleParameter(PartsView.METER),
                said.getSingleParameter(DAY).flatMap(PartsWork::day),
                said.getSingleParameter(SITE)
                        .filter(text -> text.startsWith(NAMED))
                        .map(text -> text.substring(NAMED.length())));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    void meter(String id) {
        look(new Choice(Optional.of(id), choice.day(), Optional.empty()));
    }

    /** Looks at a day, or at all again where it is the one that is looked at. */
    void day(LocalDate day) {
        var before = choice;
        look(new Choice(before.meter(), toggled(before.day(), day), before.site()));
    }

    /** Looks at a site, or at all again. */
    void site(String site) {
        var before = choice;
        look(new Choice(before.meter(), before.day(), toggled(before.site(), site)));
    }

    void more() {
        steps++;
        wish(Mono::empty);
    }

    private static <T> Optional<T> toggled(Optional<T> before, T pressed) {
        return before.filter(pressed::equals).isPresent() ? Optional.empty() : Optional.of(pressed);
    }

    private void look(Choice other) {
        choice = other;
        steps = 1;
        address.put(PartsView.METER, other.meter().orElse(""));
        address.put(DAY, other.day().map(LocalDate::toString).orElse(""));
        address.put(SITE, other.site().map(NAMED::concat).orElse(""));
        wish(Mono::empty);
    }

    @Override
    protected Mono<Seen> found() {
        return usage.overview()
                .flatMap(overview -> Mono.justOrEmpty(meter(overview)).flatMap(meter -> page(overview, meter)));
    }

    private Optional<MeterUsage> meter(UsageOverview overview) {
        var all = overview.meters();
        return all.stream()
                .filter(one ->
                        choice.meter().filter(one.meter().id().value()::equals).isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private Mono<Seen> page(UsageOverview overview, MeterUsage meter) {
        var id = meter.meter().id();
        var period = overview.period();
        var today = LocalDate.ofInstant(overview.asOf(), period.zone()).plusDays(1);
        var until = today.isBefore(period.until()) ? today : period.until();
        var seen = new Choice(
                Optional.of(id.value()),
                choice.day().filter(day -> !day.isBefore(period.from()) && day.isBefore(until)),
                choice.site());
        var span = seen.day().map(day -> Span.of(day, period.zone())).orElseGet(period::span);
        return Mono.zip(
                        parts.days(id, period.from(), until, period.zone()),
                        parts.subjects(id, span).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        events(id, span, seen.site().orElse(null)))
                .map(found -> new Seen(
                        overview.meters(),
                        meter,
                        period,
                        seen,
                        found.getT1(),
                        found.getT2(),
                        found.getT3().items(),
                        found.getT3().next() != null));
    }

    /** As many pages as were asked for. */
    private Mono<Page<FigureEvent>> events(MeterId id, Span span, @Nullable String site) {
        return parts.events(id, span, site, null, STEP)
                .expand(page -> page.next() == null ? Mono.empty() : parts.events(id, span, site, page.next(), STEP))
                .take(steps)
                .collectList()
                .map(pages -> {
                    var all = new ArrayList<FigureEvent>();
                    pages.forEach(page -> all.addAll(page.items()));
                    return new Page<>(all, pages.getLast().next());
                });
    }

    @Override
    public Flux<?> changes() {
        return usage.changes();
    }
}
