package io.chom.portal.whitelabel;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that was walked and found.
 *
 * @param places that were looked at
 * @param missed places that could not be, with the reason
 * @param leftOut places that were not to be looked at
 * @param leaks what was found
 */
public record WhiteLabelReport(List<String> places, List<String> missed, List<String> leftOut, List<Leak> leaks) {

    public WhiteLabelReport {
        places = List.copyOf(places);
        missed = List.copyOf(missed);
        leftOut = List.copyOf(leftOut);
        leaks = List.copyOf(leaks);
    }

    /** Whether something was walked, all of it could be, and there is no trace. */
    public boolean passed() {
        return !places.isEmpty() && missed.isEmpty() && leaks.isEmpty();
    }

    /** What was found, one line each, and a last one that sums up. */
    public String text() {
        return Stream.of(
                        missed.stream().map(one -> "MISSED  " + one),
                        leftOut.stream().map(one -> "LEFT OUT  " + one),
                        leaks.stream().map(Leak::toString),
                        Stream.of("%s: %d places walked, %d not, %d traces of the platform"
                                .formatted(
                                        passed() ? "White-label" : "NOT WHITE-LABEL",
                                        places.size(),
                                        missed.size(),
                                        leaks.size())))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /** The same for programs, with every place. */
    public String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }
}
