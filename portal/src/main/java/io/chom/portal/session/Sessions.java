package io.chom.portal.session;

import io.chom.tenants.identity.KeptSession;
import io.chom.tenants.identity.PersonId;
import io.chom.tenants.identity.SessionEnd;
import io.chom.tenants.identity.SessionHandle;
import io.chom.tenants.identity.SignIn;
import io.chom.tenants.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The logged-in sessions of this process. */
@Component
class Sessions {

    private static final Duration TURN = Duration.ofSeconds(10);

    /** Longer than anybody waits for an answer of the book: one that it gave before the end may come after it. */
    private static final Duration ECHO = Duration.ofMinutes(1);

    private final Map<SessionHandle, OpenSession> open = new ConcurrentHashMap<>();
    private final Map<SessionHandle, SignIn> ended = new ConcurrentHashMap<>();
    private final Map<SessionHandle, Instant> struckOut = new ConcurrentHashMap<>();
    private final Sinks.Many<News> news = Sinks.many().multicast().directBestEffort();
    private final SessionProperties limits;
    private final Clock clock;

    Sessions(SessionProperties limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    void add(OpenSession session) {
        open.put(session.handle(), session);
        tell(new News(session, true));
    }

    /** From this moment on nobody goes on with it here, though the book may not have heard of its end yet. */
    void remove(OpenSession session) {
        ended.put(session.handle(), session.signIn());
        open.remove(session.handle());
        tell(new News(session, false));
    }

    /**
     * One has begun, is used in another way, or has ended.
     *
     * @param began whether it is there now
     */
    record News(OpenSession session, boolean began) {}

    /** Sessions change at once, as when somebody ends all others: whoever meets another tells after it. */
    private void tell(News one) {
        news.emitNext(one, Sinks.EmitFailureHandler.busyLooping(TURN));
    }

    /** Those that have ended here and still stand in the book. */
    Collection<SignIn> notStruckOut() {
        return List.copyOf(ended.values());
    }

    /** The book has forgotten it too, or tells that it ended elsewhere. */
    void struckOut(SessionHandle session) {
        Instant now = now();
        struckOut.values().removeIf(until -> !now.isBefore(until));
        struckOut.put(session, now.plus(ECHO));
        ended.remove(session);
    }

    /** Whether it has ended and the book may not know it, or may have been asked before it did. */
    boolean isEnding(SessionHandle session) {
        Instant until = struckOut.get(session);
        return ended.containsKey(session) || until != null && now().isBefore(until);
    }

    /** The one with this handle, if this process has it. */
    Optional<OpenSession> find(SessionHandle session) {
        return Optional.ofNullable(open.get(session));
    }

    /** Those that begin or end in this process from now on. */
    Flux<News> news() {
        return news.asFlux();
    }

    List<OpenSession> of(PersonId person) {
        return where(session -> session.person().equals(person));
    }

    /** Those whose person belongs to the tenant. */
    List<OpenSession> having(TenantId tenant) {
        return where(session -> session.isMemberOf(tenant));
    }

    /** Those that the person wants to end. */
    List<OpenSession> covered(SessionEnd end) {
        return of(end.person()).stream()
                .filter(session -> end.covers(session.handle()))
                .toList();
    }

    List<OpenSession> all() {
        return where(session -> true);
    }

    /** Whether a session has reached one of its limits or was ended. */
    boolean isOver(OpenSession session) {
        return session.isOver(limits, clock.instant());
    }

    /** With what another process can go on with a session. */
    KeptSession kept(OpenSession session) {
        return session.kept(limits);
    }

    /** Those that have reached a limit, which a page that only listens must not outlive. */
    List<OpenSession> over() {
        return where(this::isOver);
    }

    Instant now() {
        return clock.instant();
    }

    private List<OpenSession> where(Predicate<OpenSession> wanted) {
        return open.values().stream().filter(wanted).toList();
    }
}
