package io.chom.portal.reseller;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.payment.AccountService;
import io.chom.tenants.billing.payment.AccountService.Standing;
import io.chom.tenants.platform.Failure;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far a reseller is with the account that its customers pay into, and the way on. */
final class TakingsWork extends Work<TakingsWork.Page> {

    private final AccountService accounts;
    private final URI back;
    private final AtomicReference<Optional<URI>> next = new AtomicReference<>(Optional.empty());

    /** @param back address of the screen, to which the provider's pages lead back */
    TakingsWork(AccountService accounts, URI back) {
        this.accounts = accounts;
        this.back = back;
    }

    /**
     * What there is to see.
     *
     * @param standing of the account
     * @param refusal why the last wish was refused
     */
    record Page(Standing standing, Optional<Failure> refusal) {}

    void connect() {
        wish(() -> accounts.connect(back).doOnNext(page -> next.set(Optional.of(page))));
    }

    void returned() {
        wish(accounts::returned);
    }

    /** The page to go to now, once. */
    Optional<URI> next() {
        return next.getAndSet(Optional.empty());
    }

    @Override
    protected Mono<Page> found() {
        return accounts.standing().map(standing -> new Page(standing, refusal()));
    }

    @Override
    public Flux<?> changes() {
        return accounts.changes();
    }
}
