package io.chom.tenants.usage;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Page;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a figure of the acting tenant is made of: days, subjects and in the end its events. Each of these needs
 * {@code usage:read}, and is refused with {@code usage.unknown-meter} for a meter of no catalogue.
 */
@Service
public final class UsageParts {

    /** Of more events at a time, subjects are not told apart: all of them would have to be read. */
    public static final long MOST_EVENTS = 200_000;

    private static final int LARGEST_PAGE = 200;
    private static final int MOST_DAYS = 40;

    private final UsageQueries usage;
    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final Catalogues catalogues;

    UsageParts(UsageQueries usage, DatabaseClient database, TransactionalOperator transactions, Catalogues catalogues) {
        this.usage = usage;
        this.database = database;
        this.transactions = transactions;
        this.catalogues = catalogues;
    }

    /**
     * Every day of a zone, oldest first, each by the aggregation of the meter: so it is what a bill of that day alone would
     * count, and days with nothing are there as well.
     *
     * @param until day after the last, at most 40 days after the first
     */
    public Mono<List<DailyUsage>> days(MeterId id, LocalDate from, LocalDate until, ZoneId zone) {
        return UsageRights.reader()
                .flatMap(acting ->
                        days(acting.tenant(), meter(id).id(), from, until, zone).collectList())
                .as(transactions::transactional);
    }

    private Flux<DailyUsage> days(TenantId tenant, MeterId meter, LocalDate from, LocalDate until, ZoneId zone) {
        return Flux.fromStream(() -> from.datesUntil(until).limit(MOST_DAYS))
                .concatMap(day -> usage.totals(Map.of(tenant, Span.of(day, zone)))
                        .map(all -> all.getOrDefault(tenant, Totals.NONE).of(meter))
                        .map(quantity -> new DailyUsage(day, quantity)));
    }

    /**
     * The subjects of a span, whatever was used most in front; empty where there are more than {@link #MOST_EVENTS} events, and
     * for a meter {@linkplain #isOfSubjects whose figures} are not put together of theirs.
     */
    public Mono<List<SubjectUsage>> subjects(MeterId id, Span span) {
        return UsageRights.reader()
                .filter(acting -> isOfSubjects(meter(id)))
                .flatMap(acting -> SubjectUsage.events(database, acting.tenant(), id, span)
                        .filter(events -> events <= MOST_EVENTS)
                        .flatMap(events -> SubjectUsage.of(database, acting.tenant(), meter(id), span)
                                .collectList()))
                .as(transactions::transactional);
    }

    /** Whether what a meter comes to can be told by subject. */
    public static boolean isOfSubjects(Meter meter) {
        return SubjectUsage.isTold(meter);
    }

    /**
     * Events of a span, each with what counts of it, the latest first.
     *
     * @param subject only those of this one; empty for those without, null for all
     * @param after where the page before ended, or null for the first
     * @param limit 1–200 items
     */
    public Mono<Page<FigureEvent>> events(
            MeterId id, Span span, @Nullable String subject, @Nullable Cursor after, int limit) {
        int most = Math.clamp(limit, 1, LARGEST_PAGE);
        var place = EventPlace.of(after, span);
        return UsageRights.reader()
                .flatMap(acting -> FigureEvent.before(
                                database, acting.tenant(), meter(id).id(), span, subject, place, most + 1)
                        .collectList())
                .as(transactions::transactional)
                .map(found -> page(found, most));
    }

    private static Page<FigureEvent> page(List<FigureEvent> found, int most) {
        boolean isLast = found.size() <= most;
        var shown = found.stream().limit(most).toList();
        return new Page<>(shown, isLast ? null : EventPlace.after(shown.getLast()));
    }

    private Meter meter(MeterId id) {
        return catalogues
                .meter(id)
                .orElseThrow(
                        () -> new Refused(Failure.Invalid.of("usage.unknown-meter", "There is no meter " + id + ".")));
    }
}
