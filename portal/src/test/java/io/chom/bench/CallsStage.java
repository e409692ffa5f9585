package io.chom.bench;

import io.chom.bench.Contest.Score;
import io.chom.bench.Contest.Workload;
import io.chom.portal.client.Http;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What a public page, a call with a key and a row cost beside the least that the same stack can do. */
final class CallsStage implements Stage {

    private static final int CONNECTIONS = 32;

    @Override
    public List<Figure> measure(World world, Options options, List<String> readings) throws Exception {
        var bare = world.bare();
        var product = world.product();
        String key = "Authorization: Bearer " + world.key("blue-fox");
        String api = "acme.localhost:" + product.api();
        var hello = new Workload(
                "bare hello", bare.jvm(), bare.port(), 200, () -> Http.kept("GET", "localhost", "/hello", ""));
        var row = new Workload(
                "bare row",
                bare.jvm(),
                bare.port(),
                200,
                () -> Http.kept(
                        "GET",
                        "localhost",
                        "/row/" + ThreadLocalRandom.current().nextInt(1, 10_001),
                        ""));
        var landing = new Workload(
                "landing page",
                product.jvm(),
                product.ui(),
                200,
                () -> Http.kept("GET", "acme.localhost:" + product.ui(), "/", ""));
        var plans = new Workload(
                "plans by key",
                product.jvm(),
                product.api(),
                200,
                () -> Http.kept("GET", api, "/api/v1/plans", "", key));
        var me = new Workload(
                "row by key", product.jvm(), product.api(), 200, () -> Http.kept("GET", api, "/api/v1/me", "", key));

        startsNoSession(product.ui());
        List<Score> scores = new Contest(options, readings).between(CONNECTIONS, hello, row, landing, plans, me);
        return List.of(
                Figure.atLeast(
                        0.5,
                        "ratio",
                        "landing.rate",
                        scores.get(2).rate() / scores.get(0).rate(),
                        "Branded first page, beside a bare hello"),
                Figure.atLeast(
                        0.7,
                        "ratio",
                        "key.call.rate",
                        scores.get(3).rate() / scores.get(0).rate(),
                        "Call with a key, its daily limit and its log, beside a bare hello"),
                Figure.atLeast(
                        0.6,
                        "ratio",
                        "key.row.rate",
                        scores.get(4).rate() / scores.get(1).rate(),
                        "Row read with a key, beside a bare row read"));
    }

    private static void startsNoSession(int port) throws java.io.IOException {
        var answer = Http.get(port, "acme.localhost:" + port, "/");
        if (answer.headers("Set-Cookie").findAny().isPresent()) {
            throw new IllegalStateException("The first page starts a session: " + answer.head());
        }
    }
}
