package io.chom.embedded.stripe;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What Stripe does not have: addresses under {@code /sandbox} for tests that make things go wrong. */
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
