package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.Reply.Answer;
import io.chom.tenants.tenancy.dns.Reply.Trouble;
import io.chom.tenants.tenancy.dns.Wire.Manner;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All that is asked for one host at one time: nothing twice, and no more than a fixed number of questions. */
final class Inquiry {

    private static final int MOST_QUESTIONS = 200;

    private final DnsProperties settings;
    private final Wire wire;
    private final List<InetSocketAddress> resolvers;
    private final Map<Asked, Mono<Reply>> replies = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    private record Asked(InetSocketAddress server, Question question, Manner manner) {}

    Inquiry(DnsProperties settings, List<InetSocketAddress> resolvers) {
        this.settings = settings;
        this.wire = new Wire(settings.questionTime());
        this.resolvers = resolvers;
    }

    DnsProperties settings() {
        return settings;
    }

    /** Asks an authoritative server of a zone; one that does not answer for the zone itself is in trouble. */
    Mono<Reply> authority(Zone zone, NameServer server, Name name, int type) {
        return delegation(zone, server, name, type)
                .map(reply -> reply instanceof Answer answer && !answer.authoritative()
                        ? new Trouble(Fault.LAME_DELEGATION, server.toString())
                        : reply);
    }

    /** Asks an authoritative server of a zone what may lie beneath it. */
    Mono<Reply> delegation(Zone zone, NameServer server, Name name, int type) {
        var address = new InetSocketAddress(server.address(), settings.serverPort());
        return ask(address, server.toString(), new Question(name, type), Manner.AUTHORITY, zone.name());
    }

    /** What the first resolver that answers says, unvalidated, so that a broken chain of trust hides nothing. */
    Mono<Reply> resolve(Name name, int type) {
        return resolve(name, type, Manner.UNCHECKED);
    }

    Mono<Reply> resolve(Name name, int type, Manner manner) {
        return Flux.fromIterable(resolvers)
                .concatMap(resolver -> resolver(resolver, new Question(name, type), manner), 1)
                .takeUntil(Answer.class::isInstance)
                .last(new Trouble(Fault.SERVER_SILENT, ""));
    }

    /** What each resolver that answers says. */
    Flux<Answer> views(Name name, int type) {
        return Flux.fromStream(Stream.concat(
                        resolvers.stream().limit(1), settings.alsoAsk().stream().map(DnsProperties::server)))
                .flatMapSequential(resolver -> resolver(resolver, new Question(name, type), Manner.UNCHECKED))
                .ofType(Answer.class);
    }

    private Mono<Reply> resolver(InetSocketAddress resolver, Question question, Manner manner) {
        return ask(resolver, resolver.getAddress().getHostAddress(), question, manner, Name.root);
    }

    private Mono<Reply> ask(InetSocketAddress server, String name, Question question, Manner manner, Name within) {
        return Mono.defer(() -> replies.computeIfAbsent(
                new Asked(server, question, manner),
                key -> asked.incrementAndGet() > MOST_QUESTIONS
                        ? Mono.just(new Trouble(Fault.SERVER_SILENT, name))
                        : wire.ask(server, name, question, manner, within).cache()));
    }

    /** The addresses of a name, of both families, as resolvers know them. */
    Mono<List<InetAddress>> addresses(Name name) {
        return Flux.just(Type.A, Type.AAAA)
                .flatMapSequential(type -> resolve(name, type))
                .ofType(Answer.class)
                .map(answer -> Values.addresses(answer.records()))
                .collectList()
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }

    /** The addresses that visitors of ours arrive at. */
    Mono<Set<InetAddress>> own() {
        return settings.addresses().isEmpty()
                ? addresses(target()).map(Set::copyOf)
                : Mono.just(settings.ownAddresses().stream().collect(Collectors.toUnmodifiableSet()));
    }

    /** The name of ours that aliases have to lead to. */
    Name target() {
        return Names.of(settings.target());
    }
}
