package io.chom.tenants.billing.mirror;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Shows subscriptions beside us, and collects nothing for them. All that is asked fails with
 * {@link io.chom.tenants.billing.payment.ProviderUnreachable} where it is not known what became of it, and with {@link Refusal}
 * where it will never be done.
 */
public interface MirrorProvider {

    /** Something that the provider does not do. */
    final class Refusal extends RuntimeException {

        /** @param reason the provider's code for it */
        public Refusal(String reason) {
            super(reason);
        }
    }

    /**
     * Whose it is.
     *
     * @param account the issuer's; null for the installation's own
     * @param customer the provider's name for who bought
     */
    record Holder(@Nullable String account, String customer) {}

    /** Whether it is there. */
    enum State {
        RUNNING,
        /** Somebody has ended it. */
        CANCELLED,
        /** It is not there, and nobody has said that it shall end. */
        MISSING
    }

    /**
     * How it stands there.
     *
     * @param ends when it will end there; null where it goes on or is no more
     */
    record Standing(State state, @Nullable Instant ends) {}

    /**
     * Begins one; what is asked with the same key is begun once. It is not to be relied on before {@link #change} has said
     * how it stands.
     */
    Mono<String> begin(Holder holder, Sold sold, String key);

    /** The name of one that was begun with this key, however long ago. */
    Mono<Optional<String>> begun(Holder holder, String key);

    /** Has it stand as it was sold; the same key says the same. */
    Mono<Void> change(Holder holder, String name, Sold sold, String key);

    /** Ends it at once, with nothing owed or given back. */
    Mono<Void> end(Holder holder, String name);

    /** How it stands. */
    Mono<Standing> look(Holder holder, String name);
}
