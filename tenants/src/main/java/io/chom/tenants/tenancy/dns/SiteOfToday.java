package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.Reply.Answer;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds what stands at a name today and is not ours. */
record SiteOfToday(Inquiry inquiry, Name host) {

    Mono<Optional<LiveSite>> find() {
        return Mono.zip(answers(), inquiry.own(), mail()).map(all -> {
            List<InetAddress> foreign = all.getT1().stream()
                    .flatMap(answer -> Values.addresses(answer.records()).stream())
                    .filter(Predicate.not(all.getT2()::contains))
                    .toList();
            List<Name> aliases = all.getT1().stream()
                    .flatMap(answer -> answer.aliases().stream())
                    .distinct()
                    .toList();
            return foreign.isEmpty() && all.getT3().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new LiveSite(
                            Values.ofNames(aliases),
                            foreign.stream()
                                    .map(InetAddress::getHostAddress)
                                    .sorted()
                                    .limit(10)
                                    .toList(),
                            all.getT3()));
        });
    }

    private Mono<List<Answer>> answers() {
        return Flux.just(Type.A, Type.AAAA)
                .flatMapSequential(type -> inquiry.resolve(host, type))
                .ofType(Answer.class)
                .collectList();
    }

    /** The servers for mail; a lone dot says that there is none (RFC 7505). */
    private Mono<List<String>> mail() {
        return inquiry.resolve(host, Type.MX)
                .ofType(Answer.class)
                .flatMapIterable(Answer::records)
                .ofType(MXRecord.class)
                .filter(one -> !one.getTarget().equals(Name.root))
                .sort(Comparator.comparingInt(MXRecord::getPriority))
                .map(MXRecord::getTarget)
                .collectList()
                .map(Values::ofNames);
    }
}
