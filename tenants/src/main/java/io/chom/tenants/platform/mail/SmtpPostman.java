package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.egress.GuardedAddresses;
import io.chom.tenants.platform.egress.GuardedAddresses.Verdict;
import io.chom.tenants.platform.egress.PinnedSockets;
import io.chom.tenants.platform.mail.Delivery.Fault;
import io.chom.tenants.platform.mail.Delivery.Stopped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Hands mails to SMTP servers, each on a thread that may wait, with a limit for every step and for the whole. A server that
 * a brand's owner has named is connected to at an address that was weighed before.
 */
@Component
class SmtpPostman implements Postman {

    /** Steps of patience that a whole attempt may take: connect, greet, encrypt, log in, name both, hand over. */
    private static final int STEPS = 5;

    private final HouseServer house;
    private final GuardedAddresses addresses;
    private final Duration patience;

    SmtpPostman(HouseServer house, GuardedAddresses addresses, MailProperties properties) {
        this.house = house;
        this.addresses = addresses;
        this.patience = properties.patience();
    }

    @Override
    public Mono<Delivery> deliver(Parcel parcel) {
        return Mono.fromCallable(() -> way(parcel.sender().server()))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(way -> switch (way) {
                    case Way.Open(SmtpServer server, InetAddress address) -> talk(parcel, server, address);
                    case Way.Closed(Fault fault) -> Mono.just(new Stopped(fault, 0, ""));
                })
                .timeout(patience.multipliedBy(STEPS), Mono.just(new Stopped(Fault.TIMED_OUT, 0, "")));
    }

    /** The sockets are closed at the end or when time is up, which also frees the thread that waits on one. */
    private Mono<Delivery> talk(Parcel parcel, SmtpServer server, InetAddress address) {
        return Mono.using(
                () -> new PinnedSockets(address),
                sockets -> Mono.fromCallable(() -> new SmtpTalk(server, sockets, patience).deliver(parcel))
                        .subscribeOn(Schedulers.boundedElastic()),
                PinnedSockets::close);
    }

    private sealed interface Way {

        record Open(SmtpServer server, InetAddress address) implements Way {}

        record Closed(Fault fault) implements Way {}
    }

    private Way way(@Nullable SmtpServer own) {
        return own == null
                ? house.server().map(SmtpPostman::trusted).orElse(new Way.Closed(Fault.NO_SERVER))
                : guarded(own);
    }

    /** The operator's own choice may be anywhere, and usually is inside. */
    private static Way trusted(SmtpServer server) {
        try {
            return new Way.Open(server, InetAddress.getByName(server.host()));
        } catch (UnknownHostException e) {
            return new Way.Closed(Fault.NAME_UNKNOWN);
        }
    }

    private Way guarded(SmtpServer server) {
        return switch (addresses.weigh(server.host())) {
            case Verdict.Allowed(var found) -> new Way.Open(server, found.getFirst());
            case Verdict.Unknown() -> new Way.Closed(Fault.NAME_UNKNOWN);
            case Verdict.Denied() -> new Way.Closed(Fault.CONNECTION_REFUSED);
        };
    }
}
