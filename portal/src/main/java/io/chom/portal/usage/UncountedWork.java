package io.chom.portal.usage;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.UnmatchedUsage;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.usage.RejectedEvent;
import io.chom.tenants.usage.Replayed;
import io.chom.tenants.usage.TraySize;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What can be done about usage that was not counted: send it through again. */
final class UncountedWork extends Work<UncountedWork.Page> {

    private final Uncounted uncounted;
    private volatile Optional<Replayed> replayed = Optional.empty();

    UncountedWork(Uncounted uncounted) {
        this.uncounted = uncounted;
    }

    /**
     * What there is to see.
     *
     * @param events the latest refused ones
     * @param size how many there are
     * @param unbilled what was counted although nobody is billed for it
     * @param replayed what became of those that were sent again
     * @param refusal why the last wish was refused
     */
    record Page(
            List<RejectedEvent> events,
            TraySize size,
            List<UnmatchedUsage> unbilled,
            Optional<Replayed> replayed,
            Optional<Failure> refusal) {}

    void again() {
        wish(() -> uncounted.replay().doOnNext(done -> replayed = Optional.of(done)));
    }

    @Override
    protected Mono<Page> found() {
        return Mono.zip(uncounted.events(), uncounted.size(), uncounted.unbilled())
                .map(found -> new Page(found.getT1(), found.getT2(), found.getT3(), replayed, refusal()));
    }

    @Override
    public Flux<?> changes() {
        return uncounted.changes();
    }
}
