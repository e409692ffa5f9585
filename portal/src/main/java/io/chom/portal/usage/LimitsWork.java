package io.chom.portal.usage;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.UsageOverviews;
import io.chom.tenants.billing.increase.Increase;
import io.chom.tenants.billing.increase.IncreaseService;
import io.chom.tenants.catalog.Allowance.Enforcement;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Failure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What somebody asks for where the plan stops. */
final class LimitsWork extends Work<LimitsWork.Page> {

    private final IncreaseService increases;
    private final UsageOverviews overviews;

    LimitsWork(IncreaseService increases, UsageOverviews overviews) {
        this.increases = increases;
        this.overviews = overviews;
    }

    /**
     * What there is to see.
     *
     * @param meters those at which the plan stops
     * @param asked what was asked for, what waits in front
     * @param refusal why the last wish was refused
     */
    record Page(List<MeterUsage> meters, List<Increase> asked, Optional<Failure> refusal) {

        Page {
            meters = List.copyOf(meters);
            asked = List.copyOf(asked);
        }

        /** What waits for a decision about a meter. */
        Optional<Increase> waiting(MeterId meter) {
            return asked.stream()
                    .filter(one -> one.isWaiting() && one.meter().id().equals(meter))
                    .findFirst();
        }
    }

    /** @param limit empty where what was typed is none */
    void ask(MeterId meter, Optional<BigDecimal> limit, String reason) {
        wish(() -> limit.map(wanted -> increases.ask(meter, wanted, reason))
                .orElseGet(() -> Mono.error(IncreaseService.noLimit())));
    }

    void withdraw(Increase increase) {
        wish(() -> increases.withdraw(increase.id()));
    }

    @Override
    protected Mono<Page> found() {
        return overviews
                .current()
                .map(overview -> overview.meters().stream()
                        .filter(one -> one.allowance().enforcement() == Enforcement.HARD)
                        .toList())
                .zipWith(increases.asked(), (meters, asked) -> new Page(meters, asked, refusal()));
    }

    @Override
    public Flux<?> changes() {
        return increases.changes();
    }
}
