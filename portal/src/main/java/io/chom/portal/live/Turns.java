package io.chom.portal.live;

import com.vaadin.flow.component.UI;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;

/**
 * Lets few screens of this process ask and draw at the same time; the others wait their turn. However many pages are open,
 * and however often what they show changes, log-ins and calls find a connection to the database, and its answers somebody
 * who reads them: screens are drawn by threads of their own, never by those that talk to the database.
 */
final class Turns {

    private static final int AT_A_TIME = 4;

    private final InstrumentedPool<Turns> places;
    private final Scheduler drawing;

    /**
     * @param atATime how many may ask or draw, at least one
     * @param drawing where screens are drawn
     */
    Turns(int atATime, Scheduler drawing) {
        this.places = PoolBuilder.from(Mono.just(this)).sizeBetween(0, atATime).buildPool();
        this.drawing = drawing;
    }

    /** Those that all pages of the application share. */
    static Turns of(UI page) {
        return page.getSession()
                .getService()
                .getContext()
                .getAttribute(
                        Turns.class,
                        () -> new Turns(
                                AT_A_TIME, Schedulers.newBoundedElastic(AT_A_TIME, Integer.MAX_VALUE, "screens")));
    }

    /** Asks when it is its turn, and draws the answer before it gives the turn on. Who goes away is not asked for. */
    <T> Mono<Void> take(Mono<T> question, Consumer<T> draw) {
        return places.withPoolable(place -> drawn(question, draw)).then();
    }

    /** Draws what nobody has to be asked for, and so without a turn. */
    <T> Mono<Void> drawn(Mono<T> answer, Consumer<T> draw) {
        return answer.publishOn(drawing).doOnNext(draw).then();
    }
}
