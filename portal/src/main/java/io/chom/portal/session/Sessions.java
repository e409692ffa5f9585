package io.chom.portal.session;

import io.chom.tenants.identity.PersonId;
import io.chom.tenants.identity.SessionEnd;
import io.chom.tenants.identity.SessionHandle;
import io.chom.tenants.platform.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The logged-in sessions of this process. */
@Component
class Sessions {

    private final Map<SessionHandle, OpenSession> open = new ConcurrentHashMap<>();
    private final Sinks.Many<PersonId> changes = Sinks.many().multicast().directBestEffort();
    private final SessionProperties limits;
    private final Clock clock;

    Sessions(SessionProperties limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    void add(OpenSession session) {
        open.put(session.handle(), session);
        tell(session);
    }

    void remove(OpenSession session) {
        open.remove(session.handle());
        tell(session);
    }

    /** Two sessions may change at once; a screen that misses one of the two looks at both anyway. */
    private void tell(OpenSession session) {
        changes.tryEmitNext(session.person());
    }

    /** Whose sessions have become more or fewer. */
    Flux<PersonId> changes() {
        return changes.asFlux();
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
