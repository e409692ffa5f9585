package io.chom.portal.brand;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.tenancy.website.SiteReading;
import io.chom.tenants.tenancy.website.SiteReading.Failed;
import io.chom.tenants.tenancy.website.SiteReading.Fetching;
import io.chom.tenants.tenancy.website.SiteReading.Step;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The website that a person has read: at most one at a time, and only while they look at it. */
final class WebsiteWork {

    private static final Logger LOG = LoggerFactory.getLogger(WebsiteWork.class);
    private static final SiteReading START = new Fetching(Step.PAGE, 0, 1);

    private final Function<String, Flux<SiteReading>> reader;

    private Runnable act = () -> {};
    private volatile @Nullable String wanted;
    private volatile Optional<SiteReading> reading = Optional.empty();

    /** @param reader reads the website at an address that somebody typed */
    WebsiteWork(Function<String, Flux<SiteReading>> reader) {
        this.reader = reader;
    }

    /** @param act has the screen ask anew, which ends what is being read and begins what is wanted */
    void whenWished(Runnable act) {
        this.act = act;
    }

    /** Reads this website, and none that was being read before. */
    void read(String typed) {
        wanted = typed;
        act.run();
    }

    /** Reads nothing, and forgets what was read. */
    void stop() {
        wanted = null;
        reading = Optional.empty();
        act.run();
    }

    /** How far it has come; empty if nothing is being or was read. */
    Mono<Optional<SiteReading>> page() {
        return Mono.fromSupplier(() -> wanted == null ? reading : Optional.of(START));
    }

    /** Reads what is wanted, and tells each time that it has come further. */
    Flux<?> changes() {
        return Flux.defer(() -> {
            String typed = wanted;
            return typed == null ? Flux.never() : begun(typed).concatWith(Flux.never());
        });
    }

    private Flux<SiteReading> begun(String typed) {
        reading = Optional.of(START);
        wanted = null;
        return reader.apply(typed)
                .onErrorResume(error -> Mono.just(failed(error)))
                .doOnNext(further -> reading = Optional.of(further))
                .doOnCancel(() -> reading = reading.filter(last -> !(last instanceof Fetching)));
    }

    private static SiteReading failed(Throwable error) {
        if (error instanceof Refused refused) {
            return switch (refused.failure()) {
                case Failure.LimitReached limit ->
                    new Failed(limit.code().replace("website.", ""), String.valueOf(limit.limit()), limit.detail());
                default -> new Failed("refused", "", refused.failure().detail());
            };
        }
        LOG.error("A website could not be read", error);
        return new Failed("outage", "", "");
    }
}
