package io.chom.portal.session;

import com.vaadin.flow.server.VaadinServletRequest;
import io.chom.portal.account.OwnSession;
import io.chom.portal.account.OwnSessions;
import io.chom.tenants.identity.PersonId;
import io.chom.tenants.identity.SessionEnds;
import io.chom.tenants.identity.SessionHandle;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists what this process keeps, and ends in all processes. */
@Component
class SessionsOfPerson implements OwnSessions {

    private static final Comparator<OwnSession> LATEST_FIRST =
            Comparator.comparing(OwnSession::lastSeen).reversed();

    private final Sessions sessions;
    private final SessionEnds ends;

    SessionsOfPerson(Sessions sessions, SessionEnds ends) {
        this.sessions = sessions;
        this.ends = ends;
    }

    @Override
    public SessionHandle here() {
        var http = VaadinServletRequest.getCurrent().getHttpServletRequest().getSession();
        return OpenSession.of(http)
                .map(OpenSession::handle)
                .orElseThrow(() -> new IllegalStateException("Nobody is logged in on this screen."));
    }

    @Override
    public Mono<List<OwnSession>> list() {
        return PersonId.acting()
                .map(person -> sessions.of(person).stream()
                        .map(OpenSession::shown)
                        .sorted(LATEST_FIRST)
                        .toList());
    }

    @Override
    public Flux<?> changes() {
        return PersonId.acting().flatMapMany(person -> sessions.changes().filter(person::equals));
    }

    @Override
    public Mono<Void> end(SessionHandle session) {
        return ends.one(session);
    }

    @Override
    public Mono<Void> endOthers(SessionHandle kept) {
        return ends.others(kept);
    }
}
