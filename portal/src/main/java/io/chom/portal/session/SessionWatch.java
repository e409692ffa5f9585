package io.chom.portal.session;

import io.chom.tenants.identity.MembershipService;
import io.chom.tenants.identity.PersonId;
import io.chom.tenants.identity.SessionEnds;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Ends the sessions of this process that have to end: by a limit, by the person's wish, or because a right was taken; and
 * has all of them noted for other processes.
 */
@Component
class SessionWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
    private static final Duration PACE = Duration.ofSeconds(1);
    /** The page must be told within two seconds, whether or not the identity provider answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int AT_A_TIME = 8;
    private static final Retry AGAIN = Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
            .maxBackoff(Duration.ofSeconds(5))
            .transientErrors(true);

    private final Sessions sessions;
    private final SessionEnds ends;
    private final MembershipService memberships;
    private final Broadcast broadcast;
    private final SessionNotes notes;

    private volatile Disposable running = Disposables.disposed();

    SessionWatch(
            Sessions sessions,
            SessionEnds ends,
            MembershipService memberships,
            Broadcast broadcast,
            SessionNotes notes) {
        this.sessions = sessions;
        this.ends = ends;
        this.memberships = memberships;
        this.broadcast = broadcast;
        this.notes = notes;
    }

    @Override
    public void start() {
        running = Flux.merge(limits(), wishes(), rights(), endsElsewhere(), notes.taken())
                .retryWhen(AGAIN)
                .subscribe();
    }

    private Flux<Void> limits() {
        return Flux.interval(PACE, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .concatMap(tick -> Flux.fromIterable(sessions.over()).flatMap(this::end, AT_A_TIME));
    }

    private Flux<Void> wishes() {
        return ends.heard()
                .onBackpressureBuffer()
                .flatMap(end -> Flux.fromIterable(sessions.covered(end)).flatMap(this::endEverywhere), AT_A_TIME);
    }

    /**
     * The browser would be logged in again at once if the identity provider still knew it, so that one goes first; a slow
     * one goes on after the page has been told.
     */
    private Mono<Void> endEverywhere(OpenSession session) {
        Mono<Void> forgotten = Mono.justOrEmpty(session.atProvider())
                .flatMap(ends::atProvider)
                .doOnError(error -> LOG.warn("The identity provider keeps session {}", session.handle(), error))
                .onErrorComplete()
                .cache();
        Mono<Void> inTime = Mono.firstWithSignal(forgotten, Mono.delay(PATIENCE).then());
        return Mono.when(forgotten, inTime.then(end(session)));
    }

    private Flux<Void> rights() {
        return broadcast
                .listen(MembershipService.CHANNEL)
                .onBackpressureBuffer()
                .concatMap(body -> Flux.fromIterable(people(body)).flatMap(this::check, AT_A_TIME));
    }

    private Flux<Void> endsElsewhere() {
        return notes.endedElsewhere().flatMap(this::end, AT_A_TIME);
    }

    /** After a gap anybody's rights may have changed. */
    private Collection<PersonId> people(String body) {
        List<OpenSession> touched = body.equals(Broadcast.RESYNC) ? sessions.all() : sessions.having(TenantId.of(body));
        return touched.stream().map(OpenSession::person).collect(Collectors.toSet());
    }

    private Mono<Void> check(PersonId person) {
        return memberships
                .membershipsOf(person)
                .collectList()
                .flatMapMany(now -> Flux.fromIterable(sessions.of(person)).filter(session -> session.exceeds(now)))
                .flatMap(this::end)
                .then()
                .retryWhen(AGAIN);
    }

    /** Talks to the session's pages, which may have to be waited for. */
    private Mono<Void> end(OpenSession session) {
        return Mono.<Void>fromRunnable(session::end).subscribeOn(Schedulers.boundedElastic());
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
