package io.chom.tenants.billing.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.Seal;
import io.chom.tenants.platform.Seals;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Hears what the provider tells. It is kept when the answer goes out, and says only what to look at: a worker then asks how
 * that stands, so that neither the order of the news nor their repetition matters. Whoever has the provider's signature may.
 */
@Service
public class PaymentNews {

    private final PaymentProvider provider;
    private final PaymentEvents events;
    private final PaymentAccounts accounts;
    private final TenantService tenants;
    private final Broadcast broadcast;
    private final Seal seal;
    private final Clock clock;

    PaymentNews(
            PaymentProvider provider,
            PaymentEvents events,
            PaymentAccounts accounts,
            TenantService tenants,
            Broadcast broadcast,
            Seals seals,
            Clock clock) {
        this.provider = provider;
        this.events = events;
        this.accounts = accounts;
        this.tenants = tenants;
        this.broadcast = broadcast;
        this.seal = seals.of("payment event");
        this.clock = clock;
    }

    /**
     * Takes one piece of news. Refused with {@code bad-signature} or {@code bad-event} if it is not from the provider, not of
     * this moment or not for us.
     *
     * @param body as it was sent, byte for byte
     * @param signature as it was sent besides
     */
    public Mono<Void> hear(byte[] body, String signature) {
        return Mono.fromSupplier(() -> provider.event(body, signature))
                .flatMap(event -> issuer(event)
                        .flatMap(issuer -> events.record(event, issuer, sealed(event, body), clock.instant())))
                .filter(woken -> woken > 0)
                .flatMap(woken -> broadcast.send(PaymentRounds.DUE, ""));
    }

    private byte[] sealed(ProviderEvent event, byte[] body) {
        return seal.close(body, event.id().getBytes(UTF_8));
    }

    private Mono<TenantId> issuer(ProviderEvent event) {
        var account = event.account();
        var owner = account == null ? tenants.platform().map(Tenant::id) : accounts.ownerOf(account);
        return owner.switchIfEmpty(Mono.error(
                () -> new Refused(Failure.Invalid.of("bad-event", "The event is of an account that is not ours."))));
    }
}
