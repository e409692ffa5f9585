package io.chom.bench;

import io.chom.portal.client.Http;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What a person sees: the weight of a first page, and how soon an event is on an open one. */
final class BrowserStage implements Stage {

    private static final int EVENTS = 200;

    /** Notes the time of each change of the page's text. */
    private static final String WATCH = """
            window.changes = [];
            new MutationObserver(() => window.changes.push(Date.now()))
                .observe(document.querySelector('.page'), {subtree: true, childList: true, characterData: true});""";

    @Override
    public List<Figure> measure(World world, Options options, List<String> readings) throws Exception {
        var product = world.product();
        double bytes;
        try (var visit = Visit.at(product, "acme")) {
            visit.logIn(world, "owner@acme.test", "Blue Fox Studio");
            visit.openCold("/app", "Blue Fox Studio");
            bytes = visit.bytes("");
        }
        try (var visit = Visit.at(product, "acme")) {
            visit.logIn(world, "owner@bluefox.test", "Bandwidth");
            Histogram delays = delays(visit, world, product, options);
            readings.add("event to open page, ms: p50 " + delays.getValueAtPercentile(50) + ", p99 "
                    + delays.getValueAtPercentile(99) + ", most " + delays.getMaxValue());
            return List.of(
                    Figure.atMost(
                            0.7, "MB", "page.cold", bytes / 1e6, "Cold first page of the application, compressed"),
                    Figure.atMost(
                            2_000, "ms", "event.page", delays.getValueAtPercentile(99), "Event to open page, p99"));
        }
    }

    private static Histogram delays(Visit visit, World world, World.Product product, Options options)
            throws IOException, InterruptedException {
        var delays = new Histogram(60_000L, 3);
        visit.driver().executeScript(WATCH);
        String key = "Authorization: Bearer " + world.key("blue-fox");
        for (int n = 0; n < options.count(EVENTS); n++) {
            long before = changes(visit);
            long sent = System.currentTimeMillis();
            // Large enough that the figure on the page is another one afterwards.
            String body = "[" + UsageLoad.event(UUID.randomUUID().toString(), "bandwidth_gb", "1000") + "]";
            Http.post(
                    product.api(),
                    "acme.localhost:" + product.api(),
                    "/api/v1/usage/events",
                    body,
                    key,
                    "Content-Type: application/json");
            while (changes(visit) == before) {
                if (System.currentTimeMillis() - sent > 20_000) {
                    throw new IOException("An event does not come to the page");
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            double at = visit.number("return window.changes[arguments[0]]", before);
            delays.recordValue(Math.max(0, (long) at - sent));
            TimeUnit.MILLISECONDS.sleep(400);
        }
        return delays;
    }

    private static long changes(Visit visit) {
        return (long) visit.number("return window.changes.length");
    }
}
