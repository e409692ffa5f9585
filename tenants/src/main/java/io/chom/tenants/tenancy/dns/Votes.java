package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.DomainCheck.Outcome;
import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import io.chom.tenants.tenancy.dns.Reply.Trouble;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;

/**
 * What the servers of a zone said to one question.
 *
 * @param cast what each answer comes to
 * @param troubles why others gave none
 */
record Votes(List<Vote> cast, List<Trouble> troubles) {

    record Vote(NameServer server, Finding finding) {

        boolean isFine() {
            return finding.outcome().isFine();
        }
    }

    static Votes of(NameServer server, Finding finding) {
        return new Votes(List.of(new Vote(server, finding)), List.of());
    }

    static Votes of(Trouble trouble) {
        return of(List.of(trouble));
    }

    static Votes of(List<Trouble> troubles) {
        return new Votes(List.of(), troubles);
    }

    Votes and(Votes more) {
        return new Votes(
                Stream.concat(cast.stream(), more.cast.stream()).toList(),
                Stream.concat(troubles.stream(), more.troubles.stream()).toList());
    }

    /** One right answer proves nothing while another server gives a wrong one; silence only warns. */
    DomainCheck count(Subject subject, List<String> expected, Name name) {
        Finding result = result(name);
        return new DomainCheck(
                subject,
                result.outcome(),
                expected,
                cast.isEmpty() ? List.of() : result.seen(),
                cast.stream().map(vote -> vote.server().toString()).toList(),
                diagnosis(result, expected));
    }

    private Finding result(Name name) {
        if (cast.isEmpty()) {
            return unanswered(name);
        }
        List<Vote> wrong = cast.stream()
                .filter(vote -> vote.finding().outcome() == Outcome.FAILED)
                .toList();
        List<Vote> fine = cast.stream().filter(Vote::isFine).toList();
        Finding first = Stream.of(wrong, fine, cast)
                .flatMap(List::stream)
                .findFirst()
                .map(Vote::finding)
                .orElseThrow();
        if (!wrong.isEmpty() && !fine.isEmpty()) {
            return Finding.failed(Fault.SERVERS_DISAGREE, first.name(), first.seen())
                    .with("servers", servers(wrong));
        }
        return wrong.isEmpty() && first.fault() == null && !troubles.isEmpty()
                ? new Finding(Outcome.WARNED, first.seen(), troubles.getFirst().fault(), name, Map.of())
                        .with("servers", troubled())
                : first;
    }

    private Finding unanswered(Name name) {
        if (troubles.isEmpty()) {
            return Finding.unknown(new Trouble(Fault.SERVER_SILENT, ""), name);
        }
        Outcome outcome = troubles.stream().allMatch(Votes::isCertain) ? Outcome.FAILED : Outcome.UNKNOWN;
        return new Finding(outcome, List.of(troubled()), troubles.getFirst().fault(), name, Map.of())
                .with("servers", troubled());
    }

    /** Whether it is how the servers are set up, and not only how they are at present. */
    private static boolean isCertain(Trouble trouble) {
        return trouble.fault() == Fault.LAME_DELEGATION || trouble.fault() == Fault.SERVER_ADDRESS_PRIVATE;
    }

    private String troubled() {
        return troubles.stream().map(Trouble::server).collect(Collectors.joining(", "));
    }

    private static String servers(List<Vote> votes) {
        return votes.stream().map(vote -> vote.server().toString()).collect(Collectors.joining(", "));
    }

    private static @Nullable Diagnosis diagnosis(Finding result, List<String> expected) {
        Fault fault = result.fault();
        if (fault == null) {
            return null;
        }
        Map<String, String> details = new HashMap<>(result.more());
        details.put("name", Values.of(result.name()));
        details.put("expected", String.join(", ", expected));
        details.put(
                "seen", isOfServers(fault) ? details.getOrDefault("servers", "") : String.join(", ", result.seen()));
        return new Diagnosis(fault, details);
    }

    private static boolean isOfServers(Fault fault) {
        return switch (fault) {
            case LAME_DELEGATION, SERVER_SILENT, SERVER_FAILURE, SERVER_ADDRESS_PRIVATE, ANSWER_DAMAGED -> true;
            default -> false;
        };
    }
}
