package io.chom.tenants.usage;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.Meter.Aggregation;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;

/**
 * Reads what cannot be had by adding up the sums of hours and days: distinct values and levels. The database works it out
 * of its own rollups, in the same way for whoever asks. Nothing is asked where no catalogue has such a meter.
 */
public final class Figures {

    private static final Set<Aggregation> LEVELS = EnumSet.of(Aggregation.LATEST, Aggregation.TIME_WEIGHTED);

    private static final String ASKED = """
            from unnest(cast(:tenants as uuid[]), cast(:starts as timestamptz[]), cast(:ends as timestamptz[]))
                     with ordinality as asked (tenant, starts, ends, place),
                 lateral\s""";

    private static final String OF_UNIQUES = "select place, meter, quantity as latest, quantity as seconds " + ASKED
            + "usage.uniques(tenant, starts, ends)";

    private static final String OF_LEVELS =
            "select place, meter, latest, seconds " + ASKED + "usage.levels(tenant, starts, ends, :now)";

    private final DatabaseClient database;
    private final Catalogues catalogues;
    private final Instant now;

    /** Asks in whatever transaction the client is in. */
    Figures(DatabaseClient database, Catalogues catalogues, Instant now) {
        this.database = database;
        this.catalogues = catalogues;
        this.now = now;
    }

    /** One tenant and one span; a tenant may be asked about more often. */
    record Asked(TenantId tenant, Span span) {}

    /** A quantity of a meter, of what was asked. */
    record Figure(Asked asked, MeterId meter, BigDecimal quantity) {}

    /** In the order of what was asked, first distinct values and then levels. */
    Flux<Figure> of(List<Asked> asked) {
        return Flux.concat(
                any(Aggregation.UNIQUE::equals) ? figures(OF_UNIQUES, asked, spec -> spec) : Flux.empty(),
                any(LEVELS::contains) ? figures(OF_LEVELS, asked, spec -> spec.bind("now", now)) : Flux.empty());
    }

    /**
     * The quantity of a meter of distinct values or of levels.
     *
     * @param latest what {@code usage.levels} calls so, or how many distinct values there are
     * @param seconds the level of all subjects integrated over the span, in quantity times seconds
     * @return at most six decimals; empty if nothing was told within the span that the meter is about
     */
    public static Optional<BigDecimal> quantity(Meter meter, @Nullable BigDecimal latest, BigDecimal seconds) {
        return switch (meter.aggregation()) {
            case SUM, MAX, COUNT -> Optional.empty();
            case UNIQUE, LATEST -> Optional.ofNullable(latest).map(Quantity::plain);
            case TIME_WEIGHTED -> {
                var length = BigDecimal.valueOf(meter.reckoning().per().seconds());
                yield Optional.of(Quantity.plain(seconds.divide(length, Quantity.DECIMALS, RoundingMode.HALF_UP)));
            }
        };
    }

    private boolean any(Predicate<Aggregation> which) {
        return catalogues.meters().stream().map(Meter::aggregation).anyMatch(which);
    }

    private Flux<Figure> figures(
            String question, List<Asked> asked, Function<GenericExecuteSpec, GenericExecuteSpec> more) {
        return more.apply(database.sql(question + " order by place"))
                .bind("tenants", column(asked, Asked::tenant))
                .bind("starts", column(asked, one -> one.span().from()))
                .bind("ends", column(asked, one -> one.span().until()))
                .map(row -> figure(row, asked))
                .all()
                .concatMapIterable(Function.identity());
    }

    private List<Figure> figure(Readable row, List<Asked> asked) {
        var meter = new MeterId(get(row, "meter", String.class));
        int place = Math.toIntExact(get(row, "place", Long.class));
        return catalogues
                .meter(meter)
                .flatMap(known ->
                        quantity(known, row.get("latest", BigDecimal.class), get(row, "seconds", BigDecimal.class)))
                .map(quantity -> new Figure(asked.get(place - 1), meter, quantity))
                .stream()
                .toList();
    }

    private static String[] column(List<Asked> asked, Function<Asked, Object> cell) {
        return asked.stream().map(cell).map(Object::toString).toArray(String[]::new);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
