package io.chom.portal.runtime;

import io.chom.portal.whitelabel.WhiteLabelCommand;
import io.chom.tenants.billing.probe.UsageProbe;
import io.chom.tenants.platform.probe.IsolationProbe;
import io.chom.tenants.platform.probe.Report;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Checks a promise by fact, without starting the program: {@code probe isolation [--json]},
 * {@code probe usage [--tenant SLUG] [--rebuild] [--json]} or {@code probe whitelabel --host HOST}.
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
            case "usage" -> usage(arguments);
            case "whitelabel" -> WhiteLabelCommand.run(arguments.subList(1, arguments.size()));
            default -> {
                System.err.println("  ✗ There are three probes: isolation, usage and whitelabel.");
                yield 2;
            }
        };
    }

    private static int isolation(List<String> arguments) {
        return look(arguments, settings -> {
            Report report = IsolationProbe.of(settings).run();
            return new Answer(report.passed(), report.text(), report.json());
        });
    }

    private static int usage(List<String> arguments) {
        int tenant = arguments.indexOf("--tenant") + 1;
        if (tenant == arguments.size()) {
            System.err.println("  ✗ --tenant needs the slug of a tenant.");
            return 2;
        }
        return look(arguments, settings -> {
            var probe = UsageProbe.of(settings, tenant > 0 ? arguments.get(tenant) : null);
            var report = arguments.contains("--rebuild") ? probe.rebuild() : probe.run();
            return new Answer(report.passed(), report.text(), report.json());
        });
    }

    private record Answer(boolean passed, String text, String json) {}

    private static int look(List<String> arguments, Function<Environment, Answer> probe) {
        String[] settings = Stream.concat(
                        arguments.stream().skip(1),
                        Stream.of("--chom.embedded.parts=postgres,stripe", "--logging.threshold.console=off"))
                .toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .run(settings)) {
            Answer answer = probe.apply(context.getEnvironment());
            System.out.println(arguments.contains("--json") ? answer.json() : answer.text());
            return answer.passed() ? 0 : 1;
        } catch (IllegalStateException blind) {
            // The log is off, so that the answer stands alone.
            System.err.println("  ✗ " + blind.getMessage());
            return 1;
        }
    }
}
