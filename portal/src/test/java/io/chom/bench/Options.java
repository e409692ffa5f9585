package io.chom.bench;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a run is wanted.
 *
 * @param only names of stages; all when empty
 * @param history events that are there before the last ingest is measured
 * @param rounds turns of each workload
 * @param round length of a turn
 * @param warmUp work that each server has done before its first turn
 * @param publish whether the table goes into the README
 */
record Options(Set<String> only, long history, int rounds, Duration round, Duration warmUp, boolean publish) {

    static final String HELP = """
            ./chom bench [STAGE…]        all stages, or some of: %s
              --history 10m              events of history, such as 10m or 100m
              --rounds 3                 turns of each workload
              --quick                    short turns: to see that it runs, not to be quoted
              --publish                  put the table into README.md""";

    static Options of(List<String> arguments, Set<String> stages) {
        Set<String> only = new LinkedHashSet<>();
        var options = new Options(only, 10_000_000, 3, Duration.ofSeconds(10), Duration.ofSeconds(60), false);
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--history" -> options = options.withHistory(count(rest.next()));
                case "--rounds" -> options = options.withRounds(Integer.parseInt(rest.next()));
                case "--quick" -> options = options.quick();
                case "--publish" -> options = options.published();
                default -> only.add(known(word, stages));
            }
        }
        return options;
    }

    private static String known(String word, Set<String> stages) {
        if (!stages.contains(word)) {
            throw new IllegalArgumentException(
                    "There is no " + word + ".\n" + HELP.formatted(String.join(", ", stages)));
        }
        return word;
    }

    private static long count(String text) {
        long unit = text.endsWith("m") ? 1_000_000 : text.endsWith("k") ? 1_000 : 1;
        return Long.parseLong(text.replaceAll("[mk]$", "")) * unit;
    }

    private Options withHistory(long events) {
        return new Options(only, events, rounds, round, warmUp, publish);
    }

    private Options withRounds(int turns) {
        return new Options(only, history, turns, round, warmUp, publish);
    }

    private Options quick() {
        return new Options(only, Math.min(history, 100_000), 1, Duration.ofSeconds(3), Duration.ofSeconds(5), publish);
    }

    private Options published() {
        return new Options(only, history, rounds, round, warmUp, true);
    }

    /** So many, or a tenth for a look. */
    int count(int full) {
        return rounds == 1 ? full / 10 : full;
    }

    boolean wants(String stage) {
        return only.isEmpty() || only.contains(stage);
    }
}
