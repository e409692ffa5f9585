package io.chom.tenants.billing.increase;

import io.chom.tenants.catalog.Meter;
import io.chom.tenants.platform.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request for more than a plan allows, and what became of it.
 *
 * @param id its own
 * @param customer who asked
 * @param name what that organisation is called
 * @param meter what stops
 * @param included where it stopped when it was asked for
 * @param wanted where it should stop, more than that
 * @param reason what it is for; may be empty
 * @param askedAt when
 * @param state how far it is
 * @param granted where it stops instead; set once it was granted
 * @param from the first day with it, in the zone of the subscription; set once it was granted
 * @param endsOn the first day without it; null while there is none
 * @param answer what whoever decided said about it; may be empty
 */
public record Increase(
        IncreaseId id,
        TenantId customer,
        String name,
        Meter meter,
        BigDecimal included,
        BigDecimal wanted,
        String reason,
        Instant askedAt,
        State state,
        @Nullable BigDecimal granted,
        @Nullable LocalDate from,
        @Nullable LocalDate endsOn,
        String answer) {

    /** How far a request is. */
    public enum State {
        /** Nobody has decided yet. */
        ASKED,
        GRANTED,
        DECLINED,
        /** Whoever asked does not want it any more. */
        WITHDRAWN,
        /** What was granted was taken back. */
        ENDED
    }

    /** Whether somebody waits for a decision. */
    public boolean isWaiting() {
        return state == State.ASKED;
    }

    /** Whether it counts on that day of the subscription's zone, or will. */
    public boolean isLasting(LocalDate day) {
        return state == State.GRANTED && (endsOn == null || day.isBefore(endsOn));
    }
}
