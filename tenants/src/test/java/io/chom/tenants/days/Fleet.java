package io.chom.tenants.days;

import io.chom.tenants.days.Timetable.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several programs on one database that nobody else knows, which do the same work at the same time. */
final class Fleet implements AutoCloseable {

    /** When the others look once more, and whoever died does again. */
    static final Duration AGAIN = Duration.ofMinutes(15);

    /** So long one is stopped: longer than some leases, or longer than all of them. */
    private static final List<Duration> STOPPED = List.of(Duration.ofSeconds(61), Duration.ofMinutes(3));

    /** So long one that died takes to be there again. */
    private static final Duration START = Duration.ofSeconds(5);

    private static final Path FOLDER = Path.of("target", "embedded-days");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Node> nodes = new ArrayList<>();
    private final Random random;
    private int pauses;
    private int deaths;

    Fleet(int size, Instant now, Random random, Map<String, String> dns) {
        this.random = random;
        empty();
        var settings = new ArrayList<>(List.of(
                "chom.embedded.data-dir=" + FOLDER,
                "chom.embedded.ports=free",
                "chom.embedded.parts=postgres",
                "chom.embedded.postgres.fast=true",
                "chom.postgres.pool-size=8",
                "chom.kafka.bootstrap-servers=127.0.0.1:9",
                "chom.billing.due-days=7"));
        dns.forEach((name, value) -> settings.add(name + "=" + value));
        IntStream.range(0, size).forEach(n -> nodes.add(new Node(now, settings)));
        makeRoom(now);
    }

    private static void empty() {
        try {
            FileSystemUtils.deleteRecursively(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For events of a year that the program does not live in. */
    private void makeRoom(Instant now) {
        var settings = nodes.getFirst().program().getEnvironment();
        try (var connection = DriverManager.getConnection(
                        "jdbc:" + settings.getRequiredProperty("chom.postgres.url"),
                        settings.getRequiredProperty("chom.postgres.owner.name"),
                        settings.getRequiredProperty("chom.postgres.owner.password"));
                var statement = connection.createStatement()) {
            statement.execute(
                    "call usage.create_partitions((timestamptz '%1$s' - interval '1 month')::date, ".formatted(now)
                            + "(timestamptz '%1$s' + interval '3 months')::date)".formatted(now));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    /** How often one was stopped in the middle of its work, and how often one died there. */
    int pauses() {
        return pauses;
    }

    int deaths() {
        return deaths;
    }

    /** All look for what is due, one of them in trouble, and once more a little later without. */
    void look(Step step) {
        switch (step.trouble()) {
            case NONE, STILL -> together(nodes).block(PATIENCE);
            case PAUSE -> pause(step);
            case DEATH -> die(step);
        }
        set(step, AGAIN);
        together(nodes).block(PATIENCE);
    }

    /** Their clocks show what they show at that moment. */
    void set(Step step) {
        set(step, Duration.ZERO);
    }

    private void set(Step step, Duration later) {
        for (int n = 0; n < nodes.size(); n++) {
            boolean isStill = step.trouble() == Timetable.Trouble.STILL && step.whom() == n;
            if (!isStill || !later.isZero()) {
                nodes.get(n).set(step.at().plus(later).plus(step.wrong().get(n)));
            }
        }
    }

    private Mono<Void> together(List<Node> some) {
        return Flux.fromIterable(some)
                .flatMap(node -> node.work(random), some.size())
                .then();
    }

    /** Whoever is stopped goes on while the others wait for what it holds, or when they are done. */
    private void pause(Step step) {
        var one = nodes.get(step.whom());
        var own = begun(one, step.place());
        Duration stopped = STOPPED.get(random.nextInt(STOPPED.size()));
        nodes.forEach(node -> node.move(stopped));
        pauses += one.halt.isReached() ? 1 : 0;
        var others = together(others(one)).toFuture();
        waitFor(others, Duration.ofMillis(150));
        one.halt.over();
        join(own);
        join(others);
    }

    private void die(Step step) {
        var one = nodes.get(step.whom());
        var own = begun(one, step.place());
        deaths += one.halt.isReached() ? 1 : 0;
        own.cancel(true);
        one.move(START);
        one.begin();
        together(others(one)).block(PATIENCE);
    }

    /** It works until it stands at that place, or until it is done if it does not come there. */
    private CompletableFuture<Void> begun(Node one, int place) {
        var there = one.halt.at(place).toFuture();
        var own = one.work(random).toFuture();
        join(CompletableFuture.anyOf(there, own));
        return own;
    }

    private List<Node> others(Node one) {
        return nodes.stream().filter(node -> !node.equals(one)).toList();
    }

    private static void waitFor(CompletableFuture<Void> work, Duration most) {
        work.copy()
                .completeOnTimeout(null, most.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static void join(CompletableFuture<?> work) {
        work.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
