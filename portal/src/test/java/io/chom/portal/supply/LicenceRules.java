package io.chom.portal.supply;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which licences the parts of the program may have. Every licence that a part names has to be one of these, so "this or
 * that" passes only if both do.
 */
final class LicenceRules {

    private static final Set<String> ALLOWED = Set.of(
            // Nothing to give back but the notice.
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "0BSD",
            "ISC",
            "CC0-1.0",
            "Unlicense",
            // Changes to the part itself are to be given back; we link the jars and change none.
            "EPL-1.0",
            "EPL-2.0",
            "MPL-2.0",
            "CDDL-1.0",
            "CDDL-1.1",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "GPL-2.0-with-classpath-exception");

    /** Names that publishers use instead of an SPDX identifier. */
    private static final Map<String, String> ALSO_CALLED = Map.of(
            "The (New) BSD License", "BSD-3-Clause",
            "Go License", "BSD-3-Clause",
            "CDDL", "CDDL-1.0",
            "GNU Lesser General Public License (LGPL), version 2.1 or later", "LGPL-2.1-or-later");

    /**
     * Publishers who write “The BSD License”, which the bill takes for the one of four clauses, and whose LICENSE.txt is
     * the one of three.
     */
    private static final Set<String> THREE_CLAUSES = Set.of("com.twelvemonkeys.common", "com.twelvemonkeys.imageio");

    private LicenceRules() {}

    /** The parts that must not be there, each with what is wrong. */
    static List<String> refuse(List<Bill.Part> parts) {
        return parts.stream()
                .filter(part -> !part.own())
                .filter(part -> !allowed(licences(part)))
                .map(part -> part.group() + ":" + part.file() + " has " + part.licences())
                .toList();
    }

    private static List<String> licences(Bill.Part part) {
        return THREE_CLAUSES.contains(part.group()) && part.licences().equals(List.of("BSD-4-Clause"))
                ? List.of("BSD-3-Clause")
                : part.licences();
    }

    private static boolean allowed(List<String> licences) {
        return !licences.isEmpty()
                && licences.stream()
                        .map(licence -> ALSO_CALLED.getOrDefault(licence, licence))
                        .allMatch(ALLOWED::contains);
    }
}
