package io.chom.portal.account;

import io.chom.tenants.identity.SessionHandle;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the person wants to end. A wish is kept until it has been told to all processes, so that one which met an outage
 * is tried again together with the list.
 */
final class Wishes {

    private final OwnSessions sessions;
    private final SessionHandle here;
    private final Runnable act;
    private final Queue<Supplier<Mono<Void>>> open = new ConcurrentLinkedQueue<>();

    /** @param act asks for {@link #list()} anew */
    Wishes(OwnSessions sessions, SessionHandle here, Runnable act) {
        this.sessions = sessions;
        this.here = here;
        this.act = act;
    }

    void end(SessionHandle session) {
        wish(() -> sessions.end(session));
    }

    void endOthers() {
        wish(() -> sessions.endOthers(here));
    }

    private void wish(Supplier<Mono<Void>> wish) {
        open.add(wish);
        act.run();
    }

    /** Fulfils what is open and tells which sessions are left. */
    Mono<List<OwnSession>> list() {
        return Flux.fromIterable(open)
                .concatMap(wish -> wish.get().doOnSuccess(done -> open.remove(wish)))
                .then(Mono.defer(sessions::list));
    }
}
