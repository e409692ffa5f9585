package io.chom.tenants.usage;

import io.chom.tenants.catalog.MeterId;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Quantities of a span by meter, each by the aggregation of its meter.
 *
 * @param byMeter meters without events are absent
 */
public record Totals(Map<MeterId, BigDecimal> byMeter) {

    /** Nothing used. */
    public static final Totals NONE = new Totals(Map.of());

    public Totals {
        byMeter = Map.copyOf(byMeter);
    }

    /** The quantity of a meter; zero when there was none. */
    public BigDecimal of(MeterId meter) {
        return byMeter.getOrDefault(meter, BigDecimal.ZERO);
    }
}
