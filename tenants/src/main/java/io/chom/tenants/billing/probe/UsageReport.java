package io.chom.tenants.billing.probe;

import io.chom.tenants.usage.probe.Difference;
import io.chom.tenants.usage.probe.Findings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that was compared.
 *
 * @param compared how many figures of each kind
 * @param count how many differ
 * @param differences the first 1,000 of them
 * @param rebuilt days of a tenant that were written anew before
 * @param passed true when none differs
 */
public record UsageReport(
        Map<String, Long> compared, long count, List<Difference> differences, long rebuilt, boolean passed) {

    static UsageReport of(Findings findings, long rebuilt) {
        return new UsageReport(
                findings.compared(), findings.count(), findings.differences(), rebuilt, findings.count() == 0);
    }

    /** One line for each difference and a last one that sums up. */
    public String text() {
        String sums = compared.entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey())
                .collect(Collectors.joining(", "));
        String unheld = count > differences.size() ? "… and %d more".formatted(count - differences.size()) : "";
        return Stream.of(
                        differences.stream().map(Difference::toString),
                        Stream.of(unheld).filter(text -> !text.isEmpty()),
                        Stream.of("%d days rebuilt".formatted(rebuilt)).filter(text -> rebuilt > 0),
                        Stream.of(
                                "%s: %s compared, %d differ".formatted(passed ? "Agreed" : "NOT AGREED", sums, count)))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /** The same for programs. */
    public String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }
}
