package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Many people with an open page, of all customers; at first half of them are at home in each of the two processes. */
final class Crowd implements AutoCloseable {

    private static final List<String> HOMES = List.of("ui-1", "ui-2");
    private static final int AT_A_TIME = 4;

    private final List<Onlooker> all = new ArrayList<>();
    private final Map<Onlooker, Before> before = new LinkedHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private record Before(String home, int losses) {}

    /** Opens as many pages. */
    static Crowd gather(OwnProgram program, int count) throws Exception {
        var crowd = new Crowd();
        long began = System.nanoTime();
        List<JsonNode> customers = customers(program.ready());
        List<Callable<Void>> arrivals = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            JsonNode user = customers.get(n % customers.size());
            var one = new Onlooker(program.port(8080), user.get("brand").asString(), crowd.faults::add);
            crowd.all.add(one);
            String home = HOMES.get(n % HOMES.size());
            arrivals.add(() -> crowd.arrive(one, home, user));
        }
        crowd.await(arrivals);
        System.out.printf(
                "%d pages opened in %d s%n",
                count, Duration.ofNanos(System.nanoTime() - began).toSeconds());
        return crowd;
    }

    private Void arrive(Onlooker one, String home, JsonNode user) throws IOException {
        one.open(home, user.get("email").asString(), user.get("password").asString());
        assertThat(one.home()).isEqualTo(home);
        var unused = threads.submit(one::stay);
        return null;
    }

    private void await(List<Callable<Void>> arrivals) throws InterruptedException, ExecutionException {
        try (ExecutorService doors = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (Future<Void> arrival : doors.invokeAll(arrivals)) {
                arrival.get();
            }
        }
        awaitThere();
    }

    /** Those who see the usage of one customer. */
    private static List<JsonNode> customers(JsonNode ready) {
        return ready.get("users")
                .valueStream()
                .filter(user -> !user.get("brand").asString().equals("platform"))
                .filter(user -> !user.get("email")
                        .asString()
                        .endsWith("@" + user.get("brand").asString() + ".test"))
                .toList();
    }

    /** Remembers where everybody is. */
    void beforeRestart() {
        all.forEach(one -> before.put(one, new Before(one.home(), one.losses())));
    }

    /** Until every page shows its view again, to which those who are still away have as long as anybody. */
    void awaitThere() {
        Awaitility.await("all pages to be at their view")
                .pollInSameThread()
                .atMost(Onlooker.PATIENCE.multipliedBy(2))
                .untilAsserted(() -> assertThat(all.stream().filter(one -> !one.isThere()))
                        .as(() -> "pages away, " + faults)
                        .isEmpty());
    }

    /**
     * Nobody has lost a page but by the end of the process in which it lived.
     *
     * @param restarted the processes in their order
     */
    void assertLostOnlyWith(List<String> restarted) {
        before.forEach((one, then) -> {
            int lost = one.losses() - then.losses();
            int most = 0;
            String home = then.home();
            for (String gone : restarted) {
                if (gone.equals(home)) {
                    most++;
                    home = HOMES.get(1 - HOMES.indexOf(home));
                }
            }
            assertThat(lost).as("lost by one that lived in " + then).isBetween(Math.min(1, most), most);
        });
    }

    /** How many had to come back since {@link #beforeRestart}, and how long that took. */
    String absences() {
        List<Long> millis = before.entrySet().stream()
                .flatMap(one ->
                        one.getKey().absences().stream().skip(one.getValue().losses()))
                .map(Duration::toMillis)
                .sorted()
                .toList();
        return millis.isEmpty()
                ? all.size() + " open pages, none had to come back"
                : "%d open pages came back %d times, p50 %d ms, p95 %d ms, max %d ms"
                        .formatted(
                                all.size(),
                                millis.size(),
                                millis.get(millis.size() / 2),
                                millis.get(millis.size() * 95 / 100),
                                millis.getLast());
    }

    /** What anybody would have seen as a failure. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        all.forEach(Onlooker::go);
        threads.close();
    }
}
