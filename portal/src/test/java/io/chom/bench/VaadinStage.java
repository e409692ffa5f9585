package io.chom.bench;

import io.chom.bench.empty.EmptyVaadin;
import io.chom.portal.client.AppPage;
import io.chom.portal.client.Http;
import io.chom.portal.client.Person;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.HdrHistogram.ConcurrentHistogram;

/** What the application's pages cost: memory of an idle one, processor time of a first one, time of a change of view. */
final class VaadinStage implements Stage {

    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int PEOPLE = 100;
    private static final int BUSY = 50;
    private static final int FIRST_PAGES = 300;
    private static final String PERSON = "owner@acme.test";

    @Override
    public List<Figure> measure(World world, Options options, List<String> readings) throws Exception {
        var product = world.product();
        String host = "acme.localhost:" + product.ui();
        String password = world.user(PERSON).get("password").asString();
        List<String> cookies = new ArrayList<>();
        for (int n = 0; n < options.count(PEOPLE); n++) {
            var person = new Person();
            person.logIn(URI.create("http://" + host + "/app"), PERSON, password);
            cookies.add(person.cookies(product.ui()));
        }
        double firstPage = firstPages(product.jvm(), product.ui(), host, "/app/", cookies, options, readings);
        double empty = emptyFirstPages(world, options, readings);
        double kilobytes = heapOfIdle(product, host, cookies, readings);
        double p95 =
                changesOfView(product, host, cookies.subList(0, Math.min(BUSY, cookies.size())), options, readings);
        return List.of(
                Figure.atMost(150, "kB", "vaadin.heap", kilobytes, "Live heap of an idle page on the main dashboard"),
                Figure.atMost(
                        1.5,
                        "ratio",
                        "vaadin.first",
                        firstPage / empty,
                        "Processor time of a first page, beside an empty Vaadin dashboard"),
                Figure.atMost(300, "ms", "vaadin.change", p95, "Change of view with 50 people, p95"));
    }

    private static double emptyFirstPages(World world, Options options, List<String> readings) throws Exception {
        int port = World.free();
        try (Jvm empty = Jvm.main(EmptyVaadin.class, world.log("empty"), List.of(String.valueOf(port)))) {
            empty.awaitPort(port, Duration.ofMinutes(1));
            var answer = Http.get(port, "localhost:" + port, "/");
            String cookie = "Cookie: " + answer.header("Set-Cookie").split(";")[0];
            return firstPages(empty, port, "localhost:" + port, "/", List.of(cookie), options, readings);
        }
    }

    /** Processor microseconds of a first page. */
    private static double firstPages(
            Jvm jvm, int port, String host, String path, List<String> cookies, Options options, List<String> readings)
            throws IOException {
        int pages = options.count(FIRST_PAGES);
        List<Double> rounds = new ArrayList<>();
        long warm = System.nanoTime() + options.warmUp().toNanos();
        while (rounds.size() < options.rounds()) {
            boolean isWarm = System.nanoTime() > warm;
            Duration before = jvm.processorTime();
            for (int n = 0; n < pages; n++) {
                AppPage.open(URI.create("http://" + host), path, cookies.get(n % cookies.size()))
                        .close();
            }
            double micros = jvm.processorTime().minus(before).toNanos() / 1000.0 / pages;
            readings.add("first page of " + host + ": " + Math.round(micros) + " µs of processor time"
                    + (isWarm ? "" : " (warming)"));
            System.out.println("    " + readings.getLast());
            if (isWarm) {
                rounds.add(micros);
            }
        }
        return Contest.median(rounds, Double::doubleValue);
    }

    /** Each in a session of its own, with its socket; what a session takes beside its page counts too. */
    private static double heapOfIdle(World.Product product, String host, List<String> cookies, List<String> readings)
            throws IOException, InterruptedException {
        var before = product.jvm().liveHeap();
        List<AppPage> pages = new ArrayList<>();
        for (String cookie : cookies) {
            pages.add(
                    AppPage.open(URI.create("http://" + host), "/app/", cookie).connected(SILENCE));
        }
        for (AppPage page : pages) {
            page.awaitRows();
        }
        var after = product.jvm().liveHeap();
        for (AppPage page : pages) {
            page.close();
        }
        double kilobytes = (Jvm.megabytes(after) - Jvm.megabytes(before)) * 1024 / pages.size();
        readings.add("bytes a page by class: " + Jvm.growth(before, after, pages.size()));
        return kilobytes;
    }

    /** Everybody at once, without a pause between two changes; until the server has answered. */
    private static double changesOfView(
            World.Product product, String host, List<String> cookies, Options options, List<String> readings)
            throws IOException, InterruptedException, ExecutionException {
        var latencies = new ConcurrentHistogram(60_000_000L, 3);
        long end = System.nanoTime() + options.warmUp().toNanos();
        long counted = System.nanoTime() + options.warmUp().dividedBy(2).toNanos();
        List<Callable<Void>> people = new ArrayList<>();
        for (String cookie : cookies) {
            var page = AppPage.open(URI.create("http://" + host), "/app/", cookie);
            people.add(() -> {
                for (int n = 0; System.nanoTime() < end; n++) {
                    long began = System.nanoTime();
                    page.navigate(n % 2 == 0 ? "sessions" : "dashboard");
                    if (began > counted) {
                        latencies.recordValue((System.nanoTime() - began) / 1000);
                    }
                }
                page.close();
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
            for (var done : threads.invokeAll(people)) {
                done.get();
            }
        }
        double p95 = latencies.getValueAtPercentile(95) / 1000.0;
        readings.add("%d changes of view, p50 %.0f ms, p95 %.0f ms"
                .formatted(latencies.getTotalCount(), latencies.getValueAtPercentile(50) / 1000.0, p95));
        return p95;
    }
}
