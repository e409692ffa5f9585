package io.chom.portal.session;

import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.Hosts;
import io.chom.tenants.tenancy.PublishedBrand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Has the pages that are open in this process wear a brand as soon as it is published. */
@Component
class BrandWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BrandWatch.class);

    private final Brands brands;
    private final Hosts hosts;
    private final Sessions sessions;

    private volatile Disposable running = Disposables.disposed();

    BrandWatch(Brands brands, Hosts hosts, Sessions sessions) {
        this.brands = brands;
        this.hosts = hosts;
        this.sessions = sessions;
    }

    @Override
    public void start() {
        running = brands.news().onBackpressureBuffer().concatMap(this::worn).subscribe();
    }

    /** A page that cannot be told keeps what it wears until it is loaded again; the next brand is told all the same. */
    private Mono<Void> worn(PublishedBrand brand) {
        return Mono.<Void>fromRunnable(() -> dress(brand))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnError(error -> LOG.warn("Open pages do not wear the brand of {}", brand.reseller(), error))
                .onErrorComplete();
    }

    private void dress(PublishedBrand brand) {
        sessions.all().stream()
                .filter(session -> isOf(session, brand))
                .forEach(session -> session.dress(brand.assets()));
    }

    private boolean isOf(OpenSession session, PublishedBrand brand) {
        return hosts.ownerOf(session.user().host())
                .filter(owner -> owner.reseller().equals(brand.reseller()))
                .isPresent();
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }
}
