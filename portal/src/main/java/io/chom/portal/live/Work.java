package io.chom.portal.live;

import io.chom.tenants.platform.Failure;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a person can have done on a screen, and what there is to see then.
 *
 * @param <T> what the screen shows
 */
public abstract class Work<T> {

    private final Wishes wishes = new Wishes();

    /** @param act asks for {@link #page} anew, and with it fulfils what is open */
    public final void whenWished(Runnable act) {
        wishes.whenWished(act);
    }

    /** Where the screen gets what it shows from. */
    public final Source<T> source() {
        return new Source<>(this::page, this::changes);
    }

    /** Fulfils what is open and tells what there is then. */
    public final Mono<T> page() {
        return wishes.before(this::found);
    }

    /** Something, whenever it is worth asking again. Never ends. */
    public abstract Flux<?> changes();

    /** What there is, once every wish is fulfilled. */
    protected abstract Mono<T> found();

    /** Wishes for this; see {@link Wishes#wish}. */
    protected final void wish(Supplier<? extends Mono<?>> work) {
        wishes.wish(work);
    }

    /** Why the last wish was refused; empty if it was not. */
    protected final Optional<Failure> refusal() {
        return wishes.refusal();
    }

    /** Whether there is something that was wished for after what is shown. */
    protected final boolean isBehind() {
        return wishes.areOpen();
    }
}
