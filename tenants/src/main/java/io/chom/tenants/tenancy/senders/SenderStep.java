package io.chom.tenants.tenancy.senders;

import java.time.Instant;

/**
 * What follows from a check.
 *
 * @param proof what becomes of the proof
 * @param misses checks in a row that did not find it, ≥ 0
 * @param nextCheck when the next one is
 */
record SenderStep(Proof proof, int misses, Instant nextCheck) {

    enum Proof {
        /** It was found. */
        GIVEN,
        /** It stays as it is. */
        KEPT,
        /** It is gone: mails go out from the installation's address again. */
        TAKEN
    }
}
