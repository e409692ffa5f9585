package io.chom.portal.runtime;

import io.chom.portal.whitelabel.WhiteLabelCommand;
import io.chom.tenants.platform.probe.IsolationProbe;
import io.chom.tenants.platform.probe.Report;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/**
 * Checks a promise by fact, without starting the program: {@code probe isolation [--json]} or
 * {@code probe whitelabel --host HOST}.
 */
public final class Probe {

    /** An empty context: only the settings are needed, and what answers behind them. */
    @Configuration(proxyBeanMethods = false)
    static class Settings {}

    private Probe() {}

    /**
     * Runs the probe that the first argument names and prints what it tried.
     *
     * @return 0 when the promise holds, 1 when it does not, 2 for an unknown probe
     */
    public static int run(List<String> arguments) {
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "isolation" -> isolation(arguments);
            case "whitelabel" -> WhiteLabelCommand.run(arguments.subList(1, arguments.size()));
            default -> {
                System.err.println("  ✗ There are two probes: isolation and whitelabel.");
                yield 2;
            }
        };
    }

    private static int isolation(List<String> arguments) {
        String[] settings = Stream.concat(
                        arguments.stream().skip(1),
                        Stream.of("--chom.embedded.parts=postgres", "--logging.threshold.console=off"))
                .toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .run(settings)) {
            Report report = IsolationProbe.of(context.getEnvironment()).run();
            System.out.println(Arrays.asList(settings).contains("--json") ? report.json() : report.text());
            return report.passed() ? 0 : 1;
        }
    }
}
