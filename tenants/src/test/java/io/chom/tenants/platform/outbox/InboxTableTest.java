package io.chom.tenants.platform.outbox;

import io.chom.tenants.platform.EventId;
import io.chom.tenants.platform.Inbox;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@TenantsTest
record InboxTableTest(
        @Autowired Inbox inbox,
        @Autowired DatabaseClient database,
        @Autowired TransactionalOperator transactions) implements TenantIsolationContract {

    @Override
    public String table() {
        return "platform.inbox";
    }

    @Override
    public Publisher<?> write() {
        return inbox.firstTime("isolation", EventId.next());
    }
}
