package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.dns.MailChecks;
import io.chom.tenants.tenancy.dns.RequiredRecords;
import io.chom.tenants.tenancy.senders.MailSenders.Stored;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells people which records their own address needs and what the name servers say, and has that looked at anew. */
@Service
public class SenderCheckups {

    /** Tells that an address was checked or changed; the body is its brand owner. */
    static final String CHECKED = "sender_checked";

    /** Tells the workers that a check is due at this moment; the body is the brand owner. */
    static final String DUE = "sender_due";

    private final SenderStandings standings;
    private final MailSenders senders;
    private final SigningKeys keys;
    private final MailChecks checks;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    SenderCheckups(
            SenderStandings standings,
            MailSenders senders,
            SigningKeys keys,
            MailChecks checks,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.standings = standings;
        this.senders = senders;
        this.keys = keys;
        this.checks = checks;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** How the own address of the acting brand owner stands; empty without one. An owner or admin of the brand may. */
    public Mono<SenderStanding> standing() {
        return MailSenderService.editor()
                .flatMap(acting -> standings.find(acting.tenant()))
                .as(transactions::transactional);
    }

    /** The records that the address needs; empty without one. An owner or admin of the brand may; asks name servers. */
    public Mono<RequiredRecords> records() {
        return standing().flatMap(standing -> checks.records(standing.domain(), standing.identity()));
    }

    /**
     * Has the address checked at this moment instead of at its time, and often for a while. An owner or admin of the brand
     * may. The finding is told by {@link #changes}.
     */
    public Mono<Void> checkNow() {
        return MailSenderService.editor()
                .flatMap(acting -> standings
                        .watch(acting.tenant(), clock.instant())
                        .filter(isThere -> isThere)
                        .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("sender address"))))
                        .flatMap(isThere -> tell(DUE, acting)))
                .as(transactions::transactional);
    }

    /** Something, whenever the address of the acting brand owner was checked or changed. */
    public Flux<?> changes() {
        return TenantContext.require().flatMapMany(acting -> broadcast.listen(CHECKED, acting.tenant()));
    }

    /** After the wishes have changed, in their transaction: begins anew for another address or another way to send. */
    Mono<Void> begin(Acting acting, Stored before, MailSenderSettings wanted) {
        var settings = before.settings();
        boolean isSame = Objects.equals(settings.address(), wanted.address())
                && (settings.server() == null) == (wanted.server() == null);
        Mono<Void> anew = isSame
                ? Mono.empty()
                : standings
                        .forget(acting.tenant())
                        .then(wanted.address() == null ? Mono.empty() : watch(acting, before));
        return anew.then(Mono.defer(() -> tell(CHECKED, acting)));
    }

    private Mono<Void> watch(Acting acting, Stored before) {
        Mono<Void> key = before.key() == null
                ? keys.make(acting.tenant()).flatMap(made -> senders.give(acting, made))
                : Mono.empty();
        return key.then(Mono.defer(() -> standings.watch(acting.tenant(), clock.instant())))
                .then(Mono.defer(() -> tell(DUE, acting)));
    }

    private Mono<Void> tell(String channel, Acting acting) {
        return broadcast.send(channel, acting.tenant().toString());
    }
}
