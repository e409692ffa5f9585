package io.chom.embedded.stripe;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What Stripe does not have: addresses under {@code /sandbox} for tests that make things go wrong. They take a test key
 * and a form, as the API does.
 *
 * <ul>
 *   <li>{@code POST /sandbox/deliveries mode=normal|held|doubled|reversed}: how events are delivered from now on. Leaving
 *       {@code held} lets go of what was held back, with {@code reversed} the last first.
 *   <li>{@code GET /sandbox/deliveries}: the mode, how many are held, and every attempt with its status.
 *   <li>{@code POST /sandbox/outage mode=none|down|limited|lost [requests=n] [seconds=n]}: 503, 429, or requests that are
 *       done while their answers never come.
 *   <li>{@code POST /sandbox/clock advance=seconds}: moves the time of everything that no test clock holds.
 * </ul>
 */
final class Controls {

    private static final Set<String> DELIVERIES = Set.of("normal", "held", "doubled", "reversed");
    private static final Set<String> OUTAGES = Set.of("none", "down", "limited", "lost");

    private Controls() {}

    static List<Route> routes(Outage outage) {
        return List.of(
                Route.get(
                        "/sandbox/deliveries",
                        Fields.NONE,
                        call -> call.sandbox().deliveries().state()),
                Route.post(
                        "/sandbox/deliveries",
                        "mode!",
                        call -> call.sandbox()
                                .deliveries()
                                .set(oneOf(DELIVERIES, call.params().string("mode")))),
                Route.post("/sandbox/outage", "mode! requests# seconds#", call -> {
                    oneOf(OUTAGES, call.params().string("mode"));
                    return outage.set(call.params());
                }),
                Route.post("/sandbox/clock", "advance#!", Controls::advance));
    }

    private static Json advance(Call call) {
        SandboxClock clock = call.sandbox().clock();
        clock.advance(Duration.ofSeconds(call.params().number("advance")));
        return Json.of("now", clock.seconds());
    }

    private static String oneOf(Set<String> allowed, String given) {
        if (!allowed.contains(given)) {
            throw StripeError.invalid(null, "mode", "Invalid mode: must be one of " + allowed)
                    .refused();
        }
        return given;
    }
}
