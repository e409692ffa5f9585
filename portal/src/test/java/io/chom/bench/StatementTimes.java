package io.chom.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** How long the database itself takes for what the program asks it, read from its own log. */
final class StatementTimes {

    private final World world;

    StatementTimes(World world) {
        this.world = world;
    }

    /** p95 in milliseconds of the sums that the work asks for: of planning with binding, and of execution, added. */
    double p95(Callable<?> work) throws Exception {
        Path log = world.postgresLog();
        long before = Files.size(log);
        try (Connection superuser = world.superuser("chom")) {
            Sql.run(superuser, "alter system set log_min_duration_statement = 0");
            Sql.run(superuser, "select pg_reload_conf()");
            work.call();
            Sql.run(superuser, "alter system reset log_min_duration_statement");
            Sql.run(superuser, "select pg_reload_conf()");
        }
        List<String> lines = since(log, before);
        return p95(lines, "bind") + p95(lines, "execute");
    }

    private static List<String> since(Path log, long offset) throws IOException {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(offset);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static double p95(List<String> lines, String step) {
        var pattern = Pattern.compile("duration: ([0-9.]+) ms +" + step + " .*with asked as");
        double[] times = lines.stream()
                .map(pattern::matcher)
                .filter(java.util.regex.Matcher::find)
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sorted()
                .toArray();
        if (times.length < 100) {
            throw new IllegalStateException("The log of the database has only " + times.length + " times to " + step);
        }
        return times[(int) (times.length * 0.95)];
    }
}
