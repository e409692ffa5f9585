package io.chom.embedded.stripe;

import io.chom.embedded.web.Answer;
import java.util.function.Supplier;

/** What keeps the API from answering, for so many requests or seconds. */
final class Outage {

    private final SandboxClock clock;
    private String mode = "none";
    private long requests;
    private long until;

    Outage(SandboxClock clock) {
        this.clock = clock;
    }

    /**
     * Begins or ends one.
     *
     * @param params mode: none; down (503); limited (429); lost (the request is done, but its answer never comes);
     *     requests: how many it hits; seconds: how long it lasts by the real clock
     */
    synchronized Json set(Json params) {
        mode = params.string("mode");
        requests = params.number("requests", Long.MAX_VALUE);
        until = clock.realSeconds() + params.number("seconds", 86_400);
        return Json.of("mode", mode);
    }

    Answer answer(Supplier<Answer> answering) {
        return switch (next()) {
            case "down" -> StripeError.down().answer();
            case "limited" -> StripeError.tooMany().answer();
            case "lost" -> {
                var unused = answering.get();
                yield Answer.NONE;
            }
            default -> answering.get();
        };
    }

    private synchronized String next() {
        if (requests <= 0 || clock.realSeconds() >= until) {
            return "none";
        }
        requests--;
        return mode;
    }
}
