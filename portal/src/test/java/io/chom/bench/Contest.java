package io.chom.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Measures several workloads side by side: each is warmed, then they take turns, and the median of the rounds counts.
 * What the machine does besides meets all of them alike.
 */
final class Contest {

    private final Options options;
    private final List<String> readings;

    Contest(Options options, List<String> readings) {
        this.options = options;
        this.readings = readings;
    }

    /**
     * Something to ask of a server.
     *
     * @param expected status of its answers
     */
    record Workload(String name, Jvm server, int port, int expected, Supplier<byte[]> requests) {}

    /**
     * How a workload fared, each the median of the rounds.
     *
     * @param rate answers a second
     * @param processorMicros of the server, for an answer
     * @param p95Millis 95th percentile of the time to an answer
     */
    record Score(double rate, double processorMicros, double p95Millis) {}

    /** Scores in the order of the workloads. */
    List<Score> between(int connections, Workload... workloads) throws IOException {
        for (Workload workload : workloads) {
            warm(workload, connections);
        }
        List<List<Score>> rounds = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            List<Score> scores = new ArrayList<>();
            for (Workload workload : workloads) {
                scores.add(measure(workload, connections));
            }
            rounds.add(scores);
        }
        List<Score> medians = new ArrayList<>();
        for (int n = 0; n < workloads.length; n++) {
            int index = n;
            medians.add(median(rounds.stream().map(round -> round.get(index)).toList()));
        }
        return medians;
    }

    private void warm(Workload workload, int connections) throws IOException {
        Duration atLeast = options.round();
        Duration missing = workload.server().missing(options.warmUp());
        Duration time = missing.compareTo(atLeast) > 0 ? missing : atLeast;
        Load.run(workload.port(), connections, time, workload.expected(), workload.requests());
        workload.server().warmed(time);
    }

    private Score measure(Workload workload, int connections) throws IOException {
        Duration before = workload.server().processorTime();
        Load.Result result =
                Load.run(workload.port(), connections, options.round(), workload.expected(), workload.requests());
        double micros = workload.server().processorTime().minus(before).toNanos() / 1000.0 / result.answers();
        var score = new Score(result.perSecond(), micros, result.p95Millis());
        readings.add("%s: %.0f/s, %.0f µs of processor time each, p95 %.2f ms"
                .formatted(workload.name(), score.rate(), score.processorMicros(), score.p95Millis()));
        System.out.println("    " + readings.getLast());
        return score;
    }

    private static Score median(List<Score> scores) {
        return new Score(
                median(scores, Score::rate), median(scores, Score::processorMicros), median(scores, Score::p95Millis));
    }

    static <T> double median(List<T> all, ToDoubleFunction<T> figure) {
        double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
