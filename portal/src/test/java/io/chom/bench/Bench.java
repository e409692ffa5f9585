package io.chom.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the stages and reports. Exit code 0 when every goal is met, 2 when one is missed, 1 when the run broke. */
final class Bench {

    private static final Map<String, Stage> STAGES = new LinkedHashMap<>();

    static {
        STAGES.put("start", new StartStage());
        STAGES.put("calls", new CallsStage());
        STAGES.put("vaadin", new VaadinStage());
        STAGES.put("browser", new BrowserStage());
        STAGES.put("brand", new BrandStage());
        STAGES.put("repeats", new RepeatsStage());
        STAGES.put("ingest", new IngestStage());
        STAGES.put("billing", new BillingStage());
        STAGES.put("hosts", new HostsStage());
        STAGES.put("code", new CodeStage());
    }

    private Bench() {}

    static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.HELP.formatted(String.join(", ", STAGES.keySet())));
            return;
        }
        Options options = Options.of(List.of(arguments), STAGES.keySet());
        Path folder = Path.of("../target/bench").toAbsolutePath().normalize();
        var report = new Report(folder);
        run(options, report, folder);
        System.out.println("\n" + report.text());
        if (options.publish()) {
            report.publish(Path.of("../README.md"));
        }
        System.exit(report.isMet() ? 0 : 2);
    }

    private static void run(Options options, Report report, Path folder) throws Exception {
        try (World world = new World(Files.createTempDirectory(folder, "world"))) {
            for (var stage : STAGES.entrySet()) {
                if (options.wants(stage.getKey())) {
                    Instant began = Instant.now();
                    System.out.println("» " + stage.getKey());
                    List<String> readings = new ArrayList<>();
                    report.add(stage.getKey(), readings, stage.getValue().measure(world, options, readings));
                    System.out.println(
                            "  " + Duration.between(began, Instant.now()).toSeconds() + " s");
                }
            }
        }
    }
}
