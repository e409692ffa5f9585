package io.chom.portal.live;

import com.vaadin.flow.component.UI;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;

/**
 * Lets few screens of this process ask at the same time; the others wait their turn. However many pages are open, and
 * however often what they show changes, log-ins and calls find a connection to the database.
 */
final class Turns {

    private static final int AT_A_TIME = 4;

    private final InstrumentedPool<Turns> places;

    /** @param atATime how many may ask, at least one */
    Turns(int atATime) {
        places = PoolBuilder.from(Mono.just(this)).sizeBetween(0, atATime).buildPool();
    }

    /** Those that all pages of the application share. */
    static Turns of(UI page) {
        return page.getSession().getService().getContext().getAttribute(Turns.class, () -> new Turns(AT_A_TIME));
    }

    /** Asks when it is its turn. Who goes away while waiting is not asked for. */
    <T> Mono<T> await(Mono<T> question) {
        return places.withPoolable(place -> question).singleOrEmpty();
    }
}
