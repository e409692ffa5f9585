package io.chom.embedded.stripe;

import io.chom.embedded.web.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers a request that comes again with the same key as it was answered before, for a day. */
final class Idempotency {

    private static final long KEPT = Duration.ofHours(24).toSeconds();

    private final SandboxClock clock;
    private final Map<String, First> firsts = new HashMap<>();

    Idempotency(SandboxClock clock) {
        this.clock = clock;
    }

    /**
     * The answer to a request.
     *
     * @param key whose and which
     * @param asked what the request says, all of it
     * @param answering gives the answer if this is the first time
     */
    Answer answer(String key, String asked, Supplier<Answer> answering) {
        First first = begin(key, asked);
        if (first != null) {
            return first.again(key, asked);
        }
        Answer answer = StripeError.down().answer();
        try {
            answer = answering.get();
        } finally {
            end(key, asked, answer);
        }
        return answer;
    }

    private synchronized @Nullable First begin(String key, String asked) {
        firsts.values().removeIf(first -> first.since() + KEPT <= clock.seconds());
        return firsts.putIfAbsent(key, new First(asked, clock.seconds(), null));
    }

    /** What was refused before anything was done is forgotten, as it may be corrected. */
    private synchronized void end(String key, String asked, Answer answer) {
        if (answer.status() == 200 || answer.status() == 402) {
            firsts.put(key, new First(asked, clock.seconds(), answer));
        } else {
            firsts.remove(key);
        }
    }

    private record First(String asked, long since, @Nullable Answer answer) {

        private Answer again(String key, String askedNow) {
            String shown = key.substring(key.indexOf(' ') + 1);
            if (!asked.equals(askedNow)) {
                return StripeError.idempotency(shown).answer();
            }
            return answer == null ? StripeError.keyInUse(shown).answer() : answer.with("Idempotent-Replayed", "true");
        }
    }
}
