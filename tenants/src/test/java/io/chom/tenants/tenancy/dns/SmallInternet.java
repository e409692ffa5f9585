package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.HostName;
import java.util.Map;
import java.util.UUID;
import org.xbill.DNS.TXTRecord;

/** A small internet of real name servers on loopback, where somebody owns a zone and changes its records. */
public final class SmallInternet implements AutoCloseable {

    private final World world = new World();

    /** A host in the owner's zone that nobody has used yet, without any record. */
    public HostName host() {
        return HostName.of("h" + UUID.randomUUID() + "." + world.agency.origin.toString(true));
    }

    /** The checks, asking here. */
    public DomainChecks checks() {
        return DnsFixture.checks(world);
    }

    /** The checks of mail, asking here. */
    public MailChecks mailChecks() {
        return DnsFixture.mailChecks(world);
    }

    /** The owner creates all records that somebody asked for. */
    public void creates(RequiredRecords records) {
        world.agency.add(records.zoneFile().split("\n"));
    }

    /** The owner creates a text at a name of the zone, in strings as long as strings may be. */
    public void says(String name, String text) {
        world.agency.add("%s. TXT %s".formatted(name, text.replaceAll("(.{1,255})", "\"$1\" ")));
    }

    /** The owner removes the texts that somebody asked for. */
    public void removes(RequiredRecords records) {
        records.records()
                .forEach(record -> world.agency.records.removeIf(held -> held instanceof TXTRecord
                        && held.getName().toString(true).equals(record.name())));
    }

    /** The domain that the owner's zone is of. */
    public HostName domain() {
        return HostName.of(world.agency.origin.toString(true));
    }

    /** Has a program ask here, by its settings. */
    public Map<String, String> settings() {
        return Map.of(
                "chom.domains.servers",
                World.RESOLVER + ":" + world.port(),
                "chom.domains.server-port",
                String.valueOf(world.port()),
                "chom.domains.ask-private",
                "true",
                "chom.domains.target",
                "edge." + world.ours.origin.toString(true),
                "chom.domains.senders",
                "spf." + world.ours.origin.toString(true),
                "chom.domains.question-time",
                "500ms");
    }

    /** The owner creates the proof of a claim, beside those that are there. */
    public void proves(HostName host, String challenge) {
        world.agency.add("_portal-challenge.%s. TXT portal-verification=%s".formatted(host, challenge));
    }

    /** The owner removes the proof of a claim. */
    public void provesNoLonger(HostName host, String challenge) {
        world.agency.records.removeIf(record ->
                record instanceof TXTRecord text && text.rdataToString().contains(challenge));
    }

    /** The owner leads the host here. */
    public void leadsHere(HostName host) {
        world.agency.add("%s. CNAME edge.%s".formatted(host, world.ours.origin));
    }

    /** The owner leads the host to an address. */
    public void leadsTo(HostName host, String address) {
        world.agency.add("%s. A %s".formatted(host, address));
    }

    /** The owner removes all records of the host but its proofs. */
    public void leadsNowhere(HostName host) {
        world.agency.records.removeIf(record -> record.getName().toString(true).equals(host.value()));
    }

    @Override
    public void close() {
        world.close();
    }
}
