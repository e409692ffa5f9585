package io.chom.portal.whitelabel;

import io.chom.portal.client.Http;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was walked so far, and what was found there. */
final class Findings {

    private final Traces traces;
    private final Set<String> places = new LinkedHashSet<>();
    private final List<String> missed = new ArrayList<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private final Set<Leak> leaks = new LinkedHashSet<>();

    Findings(Traces traces) {
        this.traces = traces;
    }

    /** Looks at an answer: where it came from, its headers with the names of its cookies, all that it says. */
    void look(URI at, Http.Answer answer) {
        String place = at.toString();
        places.add(place);
        look(place, "address", place);
        answer.head().stream().skip(1).forEach(line -> look(place, "header", line));
        look(place, "body", answer.body());
    }

    /** Looks at a text. */
    void look(String place, String part, String text) {
        places.add(place);
        traces.in(place, part, text).forEach(leaks::add);
    }

    /** Notes what could not be walked, so that nobody takes it for clean. */
    void missed(String place, String why) {
        missed.add(place + ": " + why);
    }

    /** Notes what was not looked at because it was asked for so. */
    void leftOut(String place) {
        leftOut.add(place);
    }

    WhiteLabelReport report() {
        return new WhiteLabelReport(List.copyOf(places), missed, List.copyOf(leftOut), List.copyOf(leaks));
    }
}
