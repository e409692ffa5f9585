package io.chom.portal.processes;

import io.chom.portal.processes.Slot.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/** The command {@code processes N}: the embedded parts and the proxy in this process, N of each role in others. */
public final class Processes {

    /** An empty context: it starts the parts that the settings leave open. */
    @Configuration(proxyBeanMethods = false)
    static class Settings {}

    private Processes() {}

    /**
     * Starts everything, and stays until the program is asked to end.
     *
     * @param arguments how many of each role, 1 to 16, then settings such as {@code --chom.port-offset=1000}
     * @throws RuntimeException if something does not start; the reason has been said
     */
    public static void run(List<String> arguments) {
        int count = count(arguments);
        Map<String, String> given = settings(arguments.stream().skip(1));
        String[] all = Stream.concat(
                        arguments.stream().skip(1), Stream.of("--chom.embedded.balancer=" + gates(count, given)))
                .toArray(String[]::new);
        var context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .run(all);
        try {
            new Supervisor(context, given, count).stay();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int count(List<String> arguments) {
        String text = arguments.isEmpty() ? "" : arguments.getFirst();
        if (!text.matches("[1-9]\\d?") || Integer.parseInt(text) > Slot.MOST) {
            System.err.printf("  ✗ Say how many processes of each role, 1 to %d.%n", Slot.MOST);
            throw new IllegalArgumentException("No such number of processes: " + text);
        }
        return Integer.parseInt(text);
    }

    private static Map<String, String> settings(Stream<String> arguments) {
        Map<String, String> settings = new LinkedHashMap<>();
        arguments.filter(argument -> argument.startsWith("--")).forEach(argument -> {
            String[] sides = argument.substring(2).split("=", 2);
            settings.put(sides[0], sides.length == 2 ? sides[1] : "");
        });
        return settings;
    }

    /** The proxy's ports and what is behind each, before an offset moves all of them. */
    static String gates(int count, Map<String, String> given) {
        return gate(given.getOrDefault("chom.ui.port", "8080"), count, slot -> slot.role() == Role.UI) + ","
                + gate(given.getOrDefault("chom.api.port", "8081"), count, slot -> slot.role() == Role.API);
    }

    private static String gate(String port, int count, Predicate<Slot> behind) {
        return Slot.each(count, 0).stream()
                .filter(behind)
                .map(slot -> slot.name() + ":" + slot.port() + ":" + slot.healthPort())
                .collect(Collectors.joining("+", port + "=", ""));
    }
}
