package io.chom.portal.requests;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.increase.Increase;
import io.chom.tenants.billing.increase.IncreaseDesk;
import io.chom.tenants.billing.increase.IncreaseService;
import io.chom.tenants.platform.Failure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is decided about requests for more. */
final class RequestsWork extends Work<RequestsWork.Page> {

    private final IncreaseDesk desk;

    RequestsWork(IncreaseDesk desk) {
        this.desk = desk;
    }

    /**
     * What there is to see.
     *
     * @param all what waits in front
     * @param refusal why the last wish was refused
     */
    record Page(List<Increase> all, Optional<Failure> refusal) {

        Page {
            all = List.copyOf(all);
        }
    }

    /**
     * @param limit empty where what was typed is none
     * @param until the last day with it; null for as long as the subscription runs
     */
    void grant(Increase which, Optional<BigDecimal> limit, @Nullable LocalDate until, String answer) {
        wish(() -> limit.map(granted -> desk.grant(which.customer(), which.id(), granted, until, answer))
                .orElseGet(() -> Mono.error(IncreaseService.noLimit())));
    }

    void decline(Increase which, String answer) {
        wish(() -> desk.decline(which.customer(), which.id(), answer));
    }

    void end(Increase which) {
        wish(() -> desk.end(which.customer(), which.id()));
    }

    @Override
    protected Mono<Page> found() {
        return desk.current().map(all -> new Page(all, refusal()));
    }

    @Override
    public Flux<?> changes() {
        return desk.changes();
    }
}
