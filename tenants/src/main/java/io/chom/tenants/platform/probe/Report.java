package io.chom.tenants.platform.probe;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that was looked at and tried.
 *
 * @param checks in the order in which they were made
 * @param passed true when there are checks and none failed
 */
public record Report(List<Check> checks, boolean passed) {

    public Report {
        checks = List.copyOf(checks);
    }

    static Report of(List<Check> checks) {
        return new Report(checks, !checks.isEmpty() && checks.stream().noneMatch(Report::hole));
    }

    /** The holes. */
    public List<Check> failures() {
        return checks.stream().filter(Report::hole).toList();
    }

    /** One line per check and a last one that sums up. */
    public String text() {
        return checks.stream().map(Check::toString).collect(Collectors.joining("\n"))
                + "\n%s: %d checks, %d failed, %d not tried"
                        .formatted(
                                passed ? "Isolated" : "NOT ISOLATED",
                                checks.size(),
                                failures().size(),
                                checks.stream()
                                        .filter(check -> check.outcome() == Check.Outcome.NOT_TRIED)
                                        .count());
    }

    /** The same for programs. */
    public String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    private static boolean hole(Check check) {
        return check.outcome() == Check.Outcome.FAILED;
    }
}
