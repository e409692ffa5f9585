package io.chom.portal.session;

import io.chom.portal.account.Device;
import io.chom.portal.account.OwnSession;
import io.chom.portal.account.OwnSessions;
import io.chom.tenants.identity.PersonId;
import io.chom.tenants.identity.SessionEnds;
import io.chom.tenants.identity.SessionHandle;
import io.chom.tenants.identity.SignIn;
import io.chom.tenants.identity.SignInBook;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists and ends in all processes. What this process keeps itself it knows better than the book does. */
@Component
class SessionsOfPerson implements OwnSessions {

    private static final Comparator<OwnSession> LATEST_FIRST =
            Comparator.comparing(OwnSession::lastSeen).reversed();

    private final Sessions sessions;
    private final SessionEnds ends;
    private final SignInBook book;

    SessionsOfPerson(Sessions sessions, SessionEnds ends, SignInBook book) {
        this.sessions = sessions;
        this.ends = ends;
        this.book = book;
    }

    @Override
    public SessionHandle here() {
        return OpenSession.here().handle();
    }

    @Override
    public Mono<List<OwnSession>> list() {
        return PersonId.acting()
                .flatMap(person -> book.mine().collectList().map(noted -> together(noted, sessions.of(person))));
    }

    private static List<OwnSession> together(List<SignIn> noted, List<OpenSession> own) {
        Map<SessionHandle, OwnSession> all = new HashMap<>();
        noted.forEach(one -> all.put(one.handle(), shown(one)));
        own.forEach(one -> all.put(one.handle(), one.shown()));
        return all.values().stream().sorted(LATEST_FIRST).toList();
    }

    private static OwnSession shown(SignIn one) {
        return new OwnSession(one.handle(), new Device(one.browser(), one.system()), one.signedIn(), one.lastSeen());
    }

    @Override
    public Flux<?> changes() {
        var here = PersonId.acting()
                .flatMapMany(person ->
                        sessions.news().filter(news -> news.session().person().equals(person)));
        return Flux.merge(here, book.changes());
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
