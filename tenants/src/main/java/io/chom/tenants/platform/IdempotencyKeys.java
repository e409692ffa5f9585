package io.chom.tenants.platform;

import reactor.core.publisher.Mono;

/** Gives the first answer to a request again when the request comes again. */
public interface IdempotencyKeys {

    /**
     * Does the work once per key of the acting tenant and keeps its answer for 24 hours.
     *
     * <p>Work and answer commit in one transaction, which the work joins. Work that fails leaves nothing behind, so the
     * request may be sent again.
     *
     * @return the work's answer, or the one kept for it; fails with {@link Refused} of a {@link Failure.Conflict}:
     *     {@code idempotency-key-reused} when the key was used for another request, {@code idempotency-in-progress}
     *     while the first is still at work
     */
    Mono<Answer> once(IdempotencyKey key, Fingerprint fingerprint, Mono<Answer> work);
}
