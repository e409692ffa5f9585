package io.chom.portal.details;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.details.BillingDetailsService;
import io.chom.tenants.billing.details.Profile;
import io.chom.tenants.platform.Failure;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an organisation tells of itself. */
final class DetailsWork extends Work<DetailsWork.Page> {

    private final BillingDetailsService details;
    private volatile boolean isSaved;

    DetailsWork(BillingDetailsService details) {
        this.details = details;
    }

    /**
     * What there is to see.
     *
     * @param isSaved whether it was told anew here
     * @param refusal why the last wish was refused
     */
    record Page(Profile profile, boolean isSaved, Optional<Failure> refusal) {}

    void change(Profile wanted) {
        isSaved = false;
        wish(() -> details.change(wanted).doOnNext(kept -> isSaved = true));
    }

    @Override
    protected Mono<Page> found() {
        return details.current().map(profile -> new Page(profile, isSaved, refusal()));
    }

    @Override
    public Flux<?> changes() {
        return details.changes();
    }
}
