package io.chom.tenants.tenancy.dns;

import java.util.Map;

/**
 * What is wrong, by name, with what a sentence about it needs.
 *
 * @param fault what is wrong
 * @param details always {@code name} (the name asked), {@code expected} and {@code seen} (lists are joined by comma and
 *     space; for a fault of a server, the server); for a fault at some servers only {@code servers}, for one that time
 *     heals {@code seconds}
 */
public record Diagnosis(Fault fault, Map<String, String> details) {

    public Diagnosis {
        details = Map.copyOf(details);
    }
}
