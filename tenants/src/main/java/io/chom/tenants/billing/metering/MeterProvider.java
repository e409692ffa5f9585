package io.chom.tenants.billing.metering;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.usage.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Counts usage beside us. All that is asked fails with {@link io.chom.tenants.billing.payment.ProviderUnreachable} where it is
 * not known what became of it.
 */
public interface MeterProvider {

    /**
     * How long something may be asked again under its identifier. The provider forgets identifiers after a day; an hour is
     * left for clocks that differ and for questions under way.
     */
    Duration MEMORY = Duration.ofHours(23);

    /** How far back usage is taken. Stripe takes 35 calendar days; an hour is left for the way there. */
    Duration OLDEST = Duration.ofDays(35).minusHours(1);

    /**
     * More of a meter.
     *
     * @param account whose customer it is; null for the installation's own
     * @param customer the provider's name for who used it
     * @param quantity whole units, negative to take some back
     * @param at when it was used
     * @param identifier what is told under the same one is counted once
     */
    record MeterEvent(
            @Nullable String account, String customer, MeterId meter, long quantity, Instant at, String identifier) {}

    /** Has it counted, with a meter made where there is none; yields why it never will be, or nothing. */
    Mono<Optional<String>> count(MeterEvent event);

    /**
     * What is counted of a customer within a span whose ends are on whole minutes. What was told a moment ago may be missing:
     * the provider counts in its own time.
     */
    Mono<BigDecimal> counted(@Nullable String account, String customer, MeterId meter, Span span);
}
