package io.chom.tenants.tenancy.dns;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A record that a reseller has to create.
 *
 * @param purpose what it is for
 * @param type its type
 * @param name its absolute name, without a trailing dot
 * @param relativeName its name as most providers ask for it, relative to the zone; {@code @} for the zone's apex
 * @param value what it says, without quotes and without a trailing dot
 * @param required whether the host does not work without it; otherwise it is needed only where records of this type exist
 * @param ttlSeconds how long others should keep it, in seconds
 */
public record RequiredRecord(
        Purpose purpose,
        RecordType type,
        String name,
        String relativeName,
        String value,
        boolean required,
        long ttlSeconds) {

    private static final int LONGEST_STRING = 255;

    /** What a record is for. */
    public enum Purpose {
        /** Proves that the host is the reseller's. */
        OWNERSHIP,
        /** Leads visitors here. */
        ROUTING,
        /** Lets our certificate authority issue. */
        CERTIFICATE,
        /** Lets our servers send mail of the domain (SPF, RFC 7208). */
        SENDERS,
        /** Holds the key by which recipients know that a mail is the domain's (DKIM, RFC 6376). */
        SIGNATURE,
        /** Says what recipients do with mail that is not (DMARC, RFC 7489). */
        POLICY
    }

    /** The line of a master file (RFC 1035, section 5); one that is not required is a comment. */
    String line() {
        String text = switch (type) {
            case TXT -> strings();
            case CNAME -> value + '.';
            case A, AAAA, CAA -> value;
        };
        return "%s%s %d IN %s %s".formatted(required ? "" : "; ", relativeName, ttlSeconds, type, text);
    }

    /** A text in strings of no more than 255 characters (RFC 1035, section 3.3.14). */
    private String strings() {
        return IntStream.iterate(0, at -> at < value.length(), at -> at + LONGEST_STRING)
                .mapToObj(at -> '"' + value.substring(at, Math.min(at + LONGEST_STRING, value.length())) + '"')
                .collect(Collectors.joining(" "));
    }
}
