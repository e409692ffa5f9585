package io.chom.tenants.tenancy.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What became of one question to one server. */
sealed interface Reply {

    /** Aliases that are followed; more are taken for a circle. */
    int MOST_ALIASES = 8;

    /** No usable answer, and why. */
    record Trouble(Fault fault, String server) implements Reply {}

    /**
     * An answer, reduced to what belongs to the question: whatever else a server sends along is not looked at.
     *
     * @param exists whether the name, or the one that its aliases end at, exists
     * @param authoritative whether the server answers for the zone itself
     * @param aliases where the aliases lead from the name asked, in order; one that is there twice is a circle
     * @param records those of the type asked at the end of the aliases
     * @param start the start of the zone that says that there is nothing
     * @param authority what the server says of who knows more
     * @param glue the addresses that it knows of those
     */
    record Answer(
            boolean exists,
            boolean authoritative,
            List<Name> aliases,
            List<Record> records,
            Optional<SOARecord> start,
            List<Record> authority,
            List<Record> glue)
            implements Reply {

        boolean isEmpty() {
            return aliases.isEmpty() && records.isEmpty();
        }

        /** Whether both say the same. */
        boolean says(Answer other) {
            return aliases.equals(other.aliases) && Values.of(records).equals(Values.of(other.records));
        }
    }

    /**
     * Reads a message.
     *
     * @param within the zone that the server can know of; aliases that lead out of it are not followed further
     */
    static Reply of(Message message, Question question, Name within, String server) {
        return switch (message.getRcode()) {
            case Rcode.NOERROR, Rcode.NXDOMAIN -> answer(message, question, within);
            case Rcode.SERVFAIL -> new Trouble(Fault.SERVER_FAILURE, server);
            default -> new Trouble(Fault.LAME_DELEGATION, server);
        };
    }

    private static Answer answer(Message message, Question question, Name within) {
        List<Record> said = message.getSection(Section.ANSWER);
        List<Name> aliases = question.type() == Type.CNAME ? List.of() : aliases(said, question.name(), within);
        Name end = aliases.isEmpty() ? question.name() : aliases.getLast();
        List<Record> authority = message.getSection(Section.AUTHORITY);
        return new Answer(
                message.getRcode() == Rcode.NOERROR,
                message.getHeader().getFlag(Flags.AA),
                aliases,
                said.stream()
                        .filter(one -> one.getType() == question.type()
                                && one.getName().equals(end))
                        .toList(),
                authority.stream()
                        .filter(SOARecord.class::isInstance)
                        .map(SOARecord.class::cast)
                        .filter(one -> end.subdomain(one.getName()))
                        .findFirst(),
                authority,
                message.getSection(Section.ADDITIONAL));
    }

    private static List<Name> aliases(List<Record> said, Name asked, Name within) {
        List<Name> aliases = new ArrayList<>();
        Optional<Name> next = alias(said, asked);
        while (next.isPresent() && aliases.size() <= MOST_ALIASES) {
            boolean again = aliases.contains(next.get());
            aliases.add(next.get());
            next = again || !next.get().subdomain(within) ? Optional.empty() : alias(said, next.get());
        }
        return List.copyOf(aliases);
    }

    private static Optional<Name> alias(List<Record> said, Name name) {
        return said.stream()
                .filter(CNAMERecord.class::isInstance)
                .filter(one -> one.getName().equals(name))
                .map(one -> ((CNAMERecord) one).getTarget())
                .findFirst();
    }
}
