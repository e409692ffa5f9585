package io.chom.tenants.tenancy.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A zone as a name server holds it: with aliases, wildcards (RFC 4592) and delegations. */
final class ZoneData {

    final Name origin;
    final List<Record> records = new ArrayList<>();

    ZoneData(String origin) {
        this.origin = Names.of(origin);
        add("@ 3600 IN SOA ns1 hostmaster 1 7200 900 1209600 600");
    }

    private ZoneData(ZoneData other) {
        this.origin = other.origin;
        this.records.addAll(other.records);
    }

    ZoneData copy() {
        return new ZoneData(this);
    }

    /** Adds lines of a master file. */
    ZoneData add(String... lines) {
        var text = new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        try (Master master = new Master(text, origin, 300)) {
            for (Record one = master.nextRecord(); one != null; one = master.nextRecord()) {
                records.add(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Drops all records of a name. */
    ZoneData drop(String name) {
        Name gone = Names.below(name, origin).orElseThrow();
        records.removeIf(one -> one.getName().equals(gone));
        return this;
    }

    /** Drops all records of a name and adds lines. */
    ZoneData replace(String name, String... lines) {
        return drop(name).add(lines);
    }

    /** Answers as an authority, following aliases within the zone. */
    void answer(Message reply, Name name, int type) {
        reply.getHeader().setFlag(Flags.AA);
        if (delegate(reply, name)) {
            return;
        }
        Name at = name;
        for (int steps = 0; steps < 12; steps++) {
            List<Record> found = find(at, type);
            found.forEach(one -> reply.addRecord(one, Section.ANSWER));
            Optional<Name> alias = alias(found, type);
            if (alias.isEmpty() || !alias.get().subdomain(origin)) {
                if (found.isEmpty()) {
                    nothing(reply, at);
                }
                return;
            }
            at = alias.get();
        }
    }

    private boolean delegate(Message reply, Name name) {
        List<Record> cut = records.stream()
                .filter(one -> one.getType() == Type.NS && !one.getName().equals(origin))
                .filter(one -> name.subdomain(one.getName()))
                .toList();
        cut.forEach(one -> reply.addRecord(one, Section.AUTHORITY));
        if (!cut.isEmpty()) {
            reply.getHeader().unsetFlag(Flags.AA);
            records.stream()
                    .filter(one -> one.getType() == Type.A
                            && one.getName().subdomain(cut.getFirst().getName()))
                    .forEach(one -> reply.addRecord(one, Section.ADDITIONAL));
        }
        return !cut.isEmpty();
    }

    private void nothing(Message reply, Name at) {
        reply.getHeader().setRcode(exists(at) ? Rcode.NOERROR : Rcode.NXDOMAIN);
        reply.addRecord(records.getFirst(), Section.AUTHORITY);
    }

    static Optional<Name> alias(List<Record> found, int type) {
        return found.stream()
                .filter(one -> type != Type.CNAME && one instanceof CNAMERecord)
                .map(one -> ((CNAMERecord) one).getTarget())
                .findFirst();
    }

    /** The records of a type, or else the alias. */
    List<Record> find(Name name, int type) {
        Name owner = wildcard(name).orElse(name);
        List<Record> found = find(name, owner, type);
        return found.isEmpty() ? find(name, owner, Type.CNAME) : found;
    }

    private List<Record> find(Name name, Name owner, int type) {
        return records.stream()
                .filter(one -> one.getName().equals(owner) && one.getType() == type)
                .map(one -> Record.newRecord(name, one.getType(), DClass.IN, one.getTTL(), one.rdataToWireCanonical()))
                .toList();
    }

    /** Whether the zone has the name or one below it. */
    boolean exists(Name name) {
        return wildcard(name).isPresent() || has(one -> one.subdomain(name));
    }

    private Optional<Name> wildcard(Name name) {
        if (has(one -> one.subdomain(name))) {
            return Optional.empty();
        }
        return IntStream.range(1, name.labels())
                .mapToObj(cut -> new Name(name, cut))
                .filter(parent -> has(one -> one.subdomain(parent)))
                .findFirst()
                .flatMap(parent -> Names.below("*", parent))
                .filter(star -> has(star::equals));
    }

    private boolean has(Predicate<Name> kind) {
        return records.stream().map(Record::getName).anyMatch(kind);
    }
}
