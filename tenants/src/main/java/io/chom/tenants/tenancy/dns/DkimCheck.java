package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import io.chom.tenants.tenancy.dns.Reply.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.Name;
import reactor.core.publisher.Mono;

/** Looks whether recipients find the key that mail of a domain is signed with (RFC 6376, section 3.6). */
final class DkimCheck {

    private final MailCase subject;
    private final SendingIdentity identity;
    private final Name name;

    DkimCheck(MailCase subject, SendingIdentity identity) {
        this.subject = subject;
        this.identity = identity;
        this.name = place(subject.domain(), identity);
    }

    /**
     * Where the key stands.
     *
     * @throws IllegalArgumentException for a domain so long that there can be no name below it
     */
    static Name place(Name domain, SendingIdentity identity) {
        return Names.below(identity.selector() + "._domainkey", domain)
                .orElseThrow(() -> new IllegalArgumentException("The domain is too long for a name below it."));
    }

    Mono<DomainCheck> run() {
        return subject.poll(Subject.SIGNATURE, identity.keyRecord(), name, this::judge);
    }

    private Mono<Finding> judge(NameServer server, Answer answer) {
        List<String> texts = Values.texts(answer.records());
        List<String> seen = Values.shown(texts);
        if (texts.stream().anyMatch(text -> key(text).equals(identity.publicKey()))) {
            return Mono.just(Finding.passed(name, seen));
        }
        if (texts.isEmpty()) {
            return subject.doubled(server, name)
                    .map(twice -> Finding.failed(Fault.DOUBLED_ZONE, name, List.of()))
                    .defaultIfEmpty(Finding.failed(
                            answer.exists() ? Fault.RECORD_MISSING : Fault.NAME_NOT_FOUND, name, List.of()));
        }
        boolean isCut = texts.stream()
                .map(DkimCheck::key)
                .anyMatch(key -> !key.isEmpty() && identity.publicKey().startsWith(key));
        return Mono.just(Finding.failed(isCut ? Fault.DKIM_CUT : Fault.DKIM_OTHER_KEY, name, seen));
    }

    /** The key of a record, without the white space that may stand in it; empty if it has none. */
    private static String key(String text) {
        return Stream.of(text.split(";"))
                .map(String::strip)
                .filter(tag -> tag.startsWith("p="))
                .map(tag -> tag.substring(2).replaceAll("\\s", ""))
                .findFirst()
                .orElse("");
    }
}
