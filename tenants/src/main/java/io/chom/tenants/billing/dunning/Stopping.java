package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.Settlement;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HouseMails;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.Tenant.Reason;
import io.chom.tenants.tenancy.TenantService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Stops the use by who does not pay, and takes it up again. */
@Component
class Stopping {

    private static final Actor JOB = Actor.job("dunning");

    private final TenantService tenants;
    private final DunningBook book;
    private final HouseMails mails;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;

    Stopping(
            TenantService tenants,
            DunningBook book,
            HouseMails mails,
            TransactionalOperator transactions,
            Broadcast broadcast) {
        this.tenants = tenants;
        this.book = book;
        this.mails = mails;
        this.transactions = transactions;
        this.broadcast = broadcast;
    }

    /** Once more changes nothing. */
    Mono<Void> stop(TenantId customer) {
        return platform()
                .flatMap(job -> tenants.suspend(customer, Reason.PAYMENT).contextWrite(TenantContext.as(job)))
                .then();
    }

    /** Once, whoever else does the same at the same time. Who is suspended for another reason besides stays so. */
    Mono<Void> restore(TenantId customer) {
        return platform()
                .flatMap(job -> tenants.acting(customer)
                        .flatMap(acting -> book.isStopped(customer)
                                .filter(stopped -> stopped)
                                .flatMap(stopped ->
                                        tenants.resume(customer, Reason.PAYMENT).contextWrite(TenantContext.as(job)))
                                .flatMap(this::told)
                                .as(transactions::transactional)
                                .contextWrite(TenantContext.as(acting)))
                        .contextWrite(TenantContext.as(job)));
    }

    /** Who was given time and has not paid is not thanked. */
    private Mono<Void> told(Tenant back) {
        return book.isOwing(back.id())
                .filter(owes -> !owes && back.status() == Tenant.Status.ACTIVE)
                .flatMap(paid -> mails.write(back.id(), AccessRestored::new))
                .then(broadcast.send(Settlement.CHANNEL, back.id().toString()));
    }

    private Mono<Acting> platform() {
        return tenants.platform().map(Tenant::id).map(platform -> new Acting(platform, platform, JOB));
    }
}
