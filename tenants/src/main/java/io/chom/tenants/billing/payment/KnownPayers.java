package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The acting tenant as its seller's account knows it, where it is paid by card at all. */
@Service
class KnownPayers {

    private final PaymentProvider provider;
    private final PaymentAccounts accounts;
    private final Payers payers;
    private final TransactionalOperator transactions;

    KnownPayers(PaymentProvider provider, PaymentAccounts accounts, Payers payers, TransactionalOperator transactions) {
        this.provider = provider;
        this.accounts = accounts;
        this.payers = payers;
        this.transactions = transactions;
    }

    /** Who is paid by card; empty where nobody is. */
    Mono<Payee> payee() {
        return provider.isOn() ? accounts.payee() : Mono.empty();
    }

    /** The acting tenant if it is known there; empty if it never was. */
    Mono<Payer> known(Acting acting) {
        return payee().flatMap(payee -> found(acting, payee));
    }

    /** The same, made known if need be. Refused with {@code billing.payments-off} where nobody can be paid by card. */
    Mono<Payer> payer(Acting acting) {
        return payee().switchIfEmpty(Mono.error(() -> new Refused(new Failure.Conflict(
                        "billing.payments-off",
                        "Invoices of this seller are not paid by card here. Ask the seller how to pay."))))
                .flatMap(payee -> found(acting, payee).switchIfEmpty(Mono.defer(() -> made(acting, payee))));
    }

    private Mono<Payer> found(Acting acting, Payee payee) {
        return payers.find(acting.tenant(), payee).as(transactions::transactional);
    }

    private Mono<Payer> made(Acting acting, Payee payee) {
        return provider.customer(payee, acting.tenant())
                .flatMap(customer ->
                        payers.save(acting.tenant(), payee, customer).as(transactions::transactional))
                .then(Mono.defer(() -> found(acting, payee)));
    }
}
