package io.chom.tenants.tenancy.dns;

import java.util.Optional;
import org.xbill.DNS.Name;

/**
 * The proof of ownership: a TXT record that only who writes the zone can create. Neither its name nor its value tells
 * who the platform is.
 *
 * @param host whose it is
 * @param value what was drawn for it
 */
record Challenge(Name host, String value) {

    static final String LABEL = "_portal-challenge";
    private static final String PREFIX = "portal-verification=";

    /**
     * The record's name.
     *
     * @throws IllegalArgumentException for a host so long that there can be no name below it
     */
    Name name() {
        return at(host).orElseThrow(() -> new IllegalArgumentException("The host is too long for a name below it."));
    }

    /** The name of the record if another one were the host. */
    static Optional<Name> at(Name host) {
        return Names.below(LABEL, host);
    }

    /** What the record says. */
    String text() {
        return PREFIX + value;
    }

    /** Whether a text is what the record of another claim would say. */
    static boolean isOther(String text) {
        return text.startsWith(PREFIX);
    }

    /** Whether a text is the right one but for quotes, spaces, letter case or the part before the value. */
    boolean isDamaged(String text) {
        String plain = text.replaceAll("[\\s\"'“”‘’?]", "");
        return plain.equalsIgnoreCase(text()) || plain.equalsIgnoreCase(value);
    }
}
