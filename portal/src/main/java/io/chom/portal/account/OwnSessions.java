package io.chom.portal.account;

import io.chom.tenants.identity.SessionHandle;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The sessions of the person who acts. */
public interface OwnSessions {

    /** The one that the screen belongs to; asked while the screen is made. */
    SessionHandle here();

    /** All of them, in whatever process, the latest seen first. */
    Mono<List<OwnSession>> list();

    /** Something, whenever one of anybody's begins or ends. */
    Flux<?> changes();

    /** Ends one, wherever it is. */
    Mono<Void> end(SessionHandle session);

    /** Ends all but this one, in every process. */
    Mono<Void> endOthers(SessionHandle kept);
}
