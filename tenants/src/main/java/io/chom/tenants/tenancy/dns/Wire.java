package io.chom.tenants.tenancy.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.WireParseException;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Asks one server one question: over UDP, after a truncated or damaged answer over TCP, and once more after silence. An
 * answer is at most 64 KB.
 *
 * @param patience how long one attempt may take
 */
record Wire(Duration patience) {

    /** What path MTUs let through unfragmented (DNS flag day 2020). */
    private static final int UDP_SIZE = 1232;

    /** Whom to ask, and how. */
    enum Manner {
        /** An authoritative server, for what it knows itself. */
        AUTHORITY,
        /** A resolver, which validates as it likes. */
        RESOLVER,
        /** A resolver, which leaves the validation to us (CD, RFC 4035). */
        UNCHECKED
    }

    /** The reply; never an error. */
    Mono<Reply> ask(InetSocketAddress address, String server, Question question, Manner manner, Name within) {
        Message query = query(question, manner);
        return send(address, query, false)
                .onErrorResume(WireParseException.class, damaged -> send(address, query, true))
                .retryWhen(Retry.max(1).filter(TimeoutException.class::isInstance))
                .publishOn(Schedulers.parallel())
                .map(message -> Reply.of(message, question, within, server))
                .onErrorResume(Exception.class, e -> Mono.just(new Reply.Trouble(fault(e), server)));
    }

    private Mono<Message> send(InetSocketAddress address, Message query, boolean stream) {
        return Mono.fromFuture(() -> {
                    var server = new SimpleResolver(address);
                    server.setEDNS(0, UDP_SIZE, 0, List.of());
                    server.setTCP(stream);
                    server.setTimeout(patience);
                    return server.sendAsync(query).toCompletableFuture();
                })
                .timeout(patience);
    }

    private static Message query(Question question, Manner manner) {
        Message query = Message.newQuery(Record.newRecord(question.name(), question.type(), DClass.IN));
        if (manner == Manner.AUTHORITY) {
            query.getHeader().unsetFlag(Flags.RD);
        }
        if (manner == Manner.UNCHECKED) {
            query.getHeader().setFlag(Flags.CD);
        }
        return query;
    }

    private static Fault fault(Throwable error) {
        boolean silent = error instanceof TimeoutException
                || error instanceof IOException && !(error instanceof WireParseException)
                || Exceptions.isRetryExhausted(error);
        return silent ? Fault.SERVER_SILENT : Fault.ANSWER_DAMAGED;
    }
}
