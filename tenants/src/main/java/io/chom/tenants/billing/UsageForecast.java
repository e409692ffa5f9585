package io.chom.tenants.billing;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How the running period is likely to end.
 *
 * @param lastDay of the period, in the zone of the subscription
 * @param meters those of which enough is known
 * @param low the bill if every meter ends at its low figure
 * @param expected the bill if each comes to what is likeliest
 * @param high the bill if every meter ends at its high figure
 */
public record UsageForecast(LocalDate lastDay, List<MeterForecast> meters, Money low, Money expected, Money high) {

    public UsageForecast {
        meters = List.copyOf(meters);
    }

    /** Of one meter; empty where too little is known. */
    public Optional<MeterForecast> of(MeterId meter) {
        return meters.stream()
                .filter(one -> one.soFar().meter().id().equals(meter))
                .findFirst();
    }
}
