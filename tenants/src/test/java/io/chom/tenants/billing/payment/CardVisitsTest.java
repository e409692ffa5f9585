package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Clock;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@TenantsTest
class CardVisitsTest implements TenantIsolationContract {

    @Autowired
    CardVisits visits;

    @Autowired
    Clock clock;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Override
    public String table() {
        return "billing.payment_card_page";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> visits.begin(
                                PaymentId.next(),
                                acting,
                                new Payee(acting.reseller(), null),
                                clock.instant(),
                                clock.instant())
                        .thenReturn("written"));
    }

    @Override
    public DatabaseClient database() {
        return database;
    }

    @Override
    public TransactionalOperator transactions() {
        return transactions;
    }
}
