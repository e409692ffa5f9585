package io.chom.tenants.identity;

import io.chom.tenants.platform.Broadcast;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends sessions of the portal wherever they are. The book forgets them, so that no process goes on with one whose own
 * process is gone; and each process keeps its own in memory, so the wish is told to all of them. A process that does not
 * hear it, because its connection was lost at that moment, keeps the session until its limits end it.
 */
@Service
public class SessionEnds {

    static final String CHANNEL = "session_ended";

    private final Broadcast broadcast;
    private final SignInBook book;
    private final IdentityProvider provider;

    SessionEnds(Broadcast broadcast, SignInBook book, IdentityProvider provider) {
        this.broadcast = broadcast;
        this.book = book;
        this.provider = provider;
    }

    /** Ends this session of the acting person. Every person may, their own only; somebody else's stays as it is. */
    public Mono<Void> one(SessionHandle session) {
        return tell(person -> new SessionEnd.One(person, session));
    }

    /** Ends every session of the acting person at this brand but this one. Every person may, for themselves. */
    public Mono<Void> others(SessionHandle kept) {
        return tell(person -> new SessionEnd.Others(person, kept));
    }

    private Mono<Void> tell(Function<PersonId, SessionEnd> end) {
        return PersonId.acting().map(end).flatMap(ended -> book.end(ended).then(broadcast.send(CHANNEL, ended.text())));
    }

    /** What is ended from now on, by anybody in any process. For those who keep sessions; never ends. */
    public Flux<SessionEnd> heard() {
        return broadcast
                .listen(CHANNEL)
                .filter(body -> !body.equals(Broadcast.RESYNC))
                .map(SessionEnd::read);
    }

    /**
     * Ends the identity provider's session behind one that was ended here. For those who keep sessions, which only end
     * by the person's own wish.
     */
    public Mono<Void> atProvider(LogInSession session) {
        return provider.end(session);
    }
}
