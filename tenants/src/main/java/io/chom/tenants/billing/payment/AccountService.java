package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How the acting brand owner gets an account into which its customers pay. Its owners and administrators may. */
@Service
public class AccountService {

    /** Tells that the account of a brand owner stands otherwise; the body is the owner. */
    private static final String CHANNEL = "payment_account_changed";

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Actor JOB = Actor.job("payments");

    private final PaymentProvider provider;
    private final ConnectedAccounts accounts;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    AccountService(
            PaymentProvider provider,
            ConnectedAccounts accounts,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.provider = provider;
        this.accounts = accounts;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** How far a brand owner is with its account. */
    public enum Standing {
        /** There is no provider here. */
        OFF,
        NONE,
        /** The provider wants to know more from its owner. */
        BEGUN,
        /** Customers can pay. */
        READY
    }

    /** How far the acting brand owner is. */
    public Mono<Standing> standing() {
        return owner().flatMap(acting -> accounts.find(acting.tenant())
                        .as(transactions::transactional)
                        .map(account -> account.canCharge() ? Standing.READY : Standing.BEGUN)
                        .defaultIfEmpty(Standing.NONE))
                .map(standing -> provider.isOn() ? standing : Standing.OFF);
    }

    /**
     * Opens the provider's page on which the acting brand owner tells who it is and where its money goes.
     *
     * @param back where the browser returns to
     * @return its address. Refused with {@code billing.payments-off} where there is no provider, with
     *     {@code billing.payments-unreachable} while it does not answer
     */
    public Mono<URI> connect(URI back) {
        return owner().filter(acting -> provider.isOn())
                .switchIfEmpty(Mono.error(PaymentService::off))
                .flatMap(this::account)
                .flatMap(account -> provider.accountPage(PaymentId.next(), account.name(), back))
                .onErrorMap(ProviderUnreachable.class, PaymentService::unreachable);
    }

    private Mono<ConnectedAccount> account(Acting owner) {
        var found = accounts.find(owner.tenant()).as(transactions::transactional);
        return found.switchIfEmpty(Mono.defer(() -> provider.openAccount(owner.tenant())
                .flatMap(name -> accounts.begin(owner, name, clock.instant().plus(PATIENCE))
                        .as(transactions::transactional))
                .then(found)));
    }

    /** Somebody comes back from that page: what they told counts at once. */
    public Mono<Void> returned() {
        return owner().filter(acting -> provider.isOn())
                .flatMap(acting -> look(acting.tenant()))
                .onErrorMap(ProviderUnreachable.class, PaymentService::unreachable);
    }

    /** Something, whenever the account of the acting brand owner stands otherwise. */
    public Flux<?> changes() {
        return TenantContext.require().flatMapMany(acting -> broadcast.listen(CHANNEL, acting.tenant()));
    }

    /** Asks the provider how the account of a brand owner stands, and writes it down. */
    Mono<Void> look(TenantId owner) {
        return accounts.find(owner)
                .as(transactions::transactional)
                .flatMap(account -> provider.canCharge(account.name()))
                .flatMap(can -> accounts.looked(owner, can)
                        .filter(isNew -> isNew)
                        .flatMap(isNew -> broadcast.send(CHANNEL, owner.toString()))
                        .as(transactions::transactional))
                .contextWrite(TenantContext.as(new Acting(owner, owner, JOB)));
    }

    private static Mono<Acting> owner() {
        return Permission.any("owner", "admin")
                .filter(Acting::isReseller)
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("account"))));
    }
}
