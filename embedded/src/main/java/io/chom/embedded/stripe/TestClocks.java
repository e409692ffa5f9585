package io.chom.embedded.stripe;

import java.util.List;

/** Times that stand still until they are moved. */
final class TestClocks {

    private static final String PATH = "/v1/test_helpers/test_clocks";
    private static final long KEPT = 30 * 86_400;

    private TestClocks() {}

    static List<Route> routes() {
        return List.of(
                Route.post(PATH, "frozen_time#! name", TestClocks::create),
                Common.retrieve(PATH, Kind.TEST_CLOCK),
                Listing.of(PATH, Kind.TEST_CLOCK, ""),
                Route.post(PATH + "/*/advance", "frozen_time#!", TestClocks::advance),
                Route.delete(PATH + "/*", "", TestClocks::delete));
    }

    private static Json create(Call call) {
        Json clock = call.shelf()
                .fresh(Kind.TEST_CLOCK)
                .set("deletes_after", call.shelf().now() + KEPT)
                .set("name", null)
                .set("status", "ready")
                .merge(call.params());
        clock.remove("metadata");
        return call.shelf().add(clock, "test_helpers.test_clock.created");
    }

    /** Everything has happened when the answer comes; the answer says “advancing”, as Stripe’s does. */
    private static Json advance(Call call) {
        Json clock = call.subject(Kind.TEST_CLOCK);
        long to = call.params().number("frozen_time");
        if (to <= clock.number("frozen_time")) {
            throw StripeError.invalid(null, "frozen_time", "The new frozen time must be after the current frozen time.")
                    .refused();
        }
        call.shelf().say("test_helpers.test_clock.advancing", clock.set("status", "advancing"));
        call.sandbox().passage().until(to, call.shelf(), clock.id(), at -> set(clock, at), call.base());
        Json answer = clock.set("frozen_time", to).copy();
        call.shelf().say("test_helpers.test_clock.ready", clock.set("status", "ready"));
        return answer;
    }

    private static void set(Json clock, long at) {
        clock.set("frozen_time", Math.max(at, clock.number("frozen_time")));
    }

    private static Json delete(Call call) {
        Json clock = call.subject(Kind.TEST_CLOCK);
        for (Kind kind : List.of(Kind.CUSTOMER, Kind.SUBSCRIPTION, Kind.INVOICE)) {
            call.shelf()
                    .all(kind, "test_clock", clock.id())
                    .forEach(each -> call.shelf().remove(each.id()));
        }
        call.shelf().remove(clock.id());
        return Common.gone(clock);
    }
}
