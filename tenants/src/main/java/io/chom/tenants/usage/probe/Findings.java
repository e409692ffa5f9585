package io.chom.tenants.usage.probe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what was compared. However much differs, no more is held than somebody would read. */
public final class Findings {

    /** Most differences that are held. */
    public static final int MOST = 1_000;

    private final Map<String, Long> compared = new LinkedHashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private long count;

    /** So many more of a kind were compared. */
    public void compared(String what, long more) {
        compared.merge(what, more, Long::sum);
    }

    /** Another difference. */
    public void add(Difference difference) {
        count++;
        if (differences.size() < MOST) {
            differences.add(difference);
        }
    }

    /** So many more differ that are not read one by one. */
    void unheld(long more) {
        count += more;
    }

    /** How many were compared of each kind. */
    public Map<String, Long> compared() {
        return Collections.unmodifiableMap(compared);
    }

    /** The first ones that were found. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** How many were found. */
    public long count() {
        return count;
    }
}
