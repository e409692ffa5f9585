package io.chom.portal.operator;

import io.chom.tenants.reseller.PlatformOverview;
import io.chom.tenants.reseller.PlatformOverviews;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the services of the platform. */
@Component
final class ResellersOfPlatform implements PlatformFigures {

    /** Nothing is told across all tenants, and reading across them is recorded: so rarely. */
    private static final Duration PACE = Duration.ofMinutes(1);

    private final PlatformOverviews overviews;

    ResellersOfPlatform(PlatformOverviews overviews) {
        this.overviews = overviews;
    }

    @Override
    public Mono<PlatformOverview> current() {
        return overviews.current();
    }

    @Override
    public Flux<?> changes() {
        return Flux.interval(PACE);
    }
}
