package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.credit.UntoldNotes.Untold;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.HouseMails;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Tells customers of credit notes. That they are told is written down in the transaction of the mail: both happen once,
 * whoever else does the same at the same time.
 */
@Service
class CreditRun {

    private static final Logger LOG = LoggerFactory.getLogger(CreditRun.class);

    private final UntoldNotes untold;
    private final CreditNotes notes;
    private final HouseMails mails;
    private final TransactionalOperator transactions;
    private final Clock clock;

    CreditRun(
            UntoldNotes untold, CreditNotes notes, HouseMails mails, TransactionalOperator transactions, Clock clock) {
        this.untold = untold;
        this.notes = notes;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Tells of all that is untold. What goes wrong with one keeps nobody else waiting; it comes again. */
    Mono<Void> all() {
        return untold.some()
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(one -> tell(one).onErrorResume(failed -> {
                    LOG.warn("Credit note {} is told of later: {}", one.note(), failed.toString());
                    return Mono.empty();
                }))
                .then();
    }

    private Mono<Void> tell(Untold one) {
        var customer = one.customer().tenant();
        return notes.find(customer, one.note())
                .filterWhen(note -> notes.told(note, clock.instant()))
                .flatMap(note -> mails.write(customer, house -> new CreditMail(note, one.invoice(), house)))
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(one.customer()));
    }
}
