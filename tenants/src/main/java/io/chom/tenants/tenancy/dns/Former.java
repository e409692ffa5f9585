package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.Reply.Answer;
import java.util.List;
import org.xbill.DNS.Record;

/** A former answer that a resolver still keeps. */
final class Former {

    private Former() {}

    static List<String> seen(Answer answer) {
        return answer.aliases().isEmpty() ? Values.of(answer.records()) : Values.ofNames(answer.aliases());
    }

    /** How long it is kept yet, in seconds; that there is nothing is kept as long as the zone says (RFC 2308). */
    static long seconds(Answer answer) {
        return answer.records().stream()
                .mapToLong(Record::getTTL)
                .min()
                .orElseGet(() -> answer.start().map(Record::getTTL).orElse(0L));
    }
}
