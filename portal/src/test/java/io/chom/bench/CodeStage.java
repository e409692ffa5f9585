package io.chom.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Code that runs for every request or every change of a brand, by JMH. */
final class CodeStage implements Stage {

    @Override
    public List<Figure> measure(World world, Options options, List<String> readings) throws Exception {
        var results = new Runner(new OptionsBuilder()
                        .include(HotCode.class.getName())
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .forks(options.rounds())
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                        .build())
                .run();
        results.forEach(result -> readings.add(result.getPrimaryResult().toString()));
        return List.of(
                Figure.atMost(
                        1, "µs", "code.host", score(results, "hostOfRequest"), "Host header of a request → host name"),
                Figure.atMost(
                        10,
                        "µs",
                        "code.entitlement",
                        score(results, "entitlementFromMemory"),
                        "May this tenant use it, and how much is left"),
                Figure.atMost(
                        5_000,
                        "µs",
                        "code.stylesheet",
                        score(results, "styleSheetOfBrand"),
                        "Brand → readable style sheet"));
    }

    private static double score(java.util.Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getScore();
    }
}
