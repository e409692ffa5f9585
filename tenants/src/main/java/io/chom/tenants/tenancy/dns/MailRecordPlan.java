package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.RequiredRecord.Purpose;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.Name;

/** Lays out the records that a domain needs in its zone for its mail. */
record MailRecordPlan(Name domain, Name zone, SendingIdentity identity) {

    /**
     * @param senders where our servers are named; empty if none of them sends
     * @param present the SPF record that is there
     */
    RequiredRecords records(HostName host, Optional<Name> senders, Optional<String> present, boolean guessed) {
        var spf = senders.map(
                ours -> record(Purpose.SENDERS, domain, Spf.allowing(ours, present.orElse("v=spf1 ~all")), true));
        var dkim = record(Purpose.SIGNATURE, DkimCheck.place(domain, identity), identity.keyRecord(), true);
        var dmarc = record(Purpose.POLICY, DmarcCheck.place(domain), DmarcCheck.MILDEST, false);
        return new RequiredRecords(
                host,
                Values.of(zone),
                Stream.concat(spf.stream(), Stream.of(dkim, dmarc)).toList(),
                guessed);
    }

    private RequiredRecord record(Purpose purpose, Name name, String value, boolean required) {
        String relative = name.equals(zone) ? "@" : Values.of(name.relativize(zone));
        return new RequiredRecord(purpose, RecordType.TXT, Values.of(name), relative, value, required, RecordPlan.TTL);
    }
}
