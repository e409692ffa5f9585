package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.HostName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All the records that a host needs.
 *
 * @param host the host
 * @param zone the zone that they belong in, without a trailing dot
 * @param records the records
 * @param guessed whether the DNS could not be asked for the zone, so that the registrable domain stands for it
 */
public record RequiredRecords(HostName host, String zone, List<RequiredRecord> records, boolean guessed) {

    public RequiredRecords {
        records = List.copyOf(records);
    }

    /** Together with others of the same zone; records of another zone are left out. */
    public RequiredRecords and(RequiredRecords more) {
        return zone.equals(more.zone())
                ? new RequiredRecords(
                        host,
                        zone,
                        Stream.concat(records.stream(), more.records.stream()).toList(),
                        guessed)
                : this;
    }

    /** The fragment of a master file (RFC 1035, section 5) that a name server can read. */
    public String zoneFile() {
        return records.stream()
                .map(RequiredRecord::line)
                .collect(Collectors.joining("\n", "$ORIGIN " + zone + ".\n", "\n"));
    }
}
