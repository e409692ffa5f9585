package io.chom.tenants.platform.outbox;

import io.chom.tenants.platform.EventId;
import io.chom.tenants.platform.Inbox;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class InboxTableTest extends TenantIsolationContract {

    @Autowired
    Inbox inbox;

    @Override
    public String table() {
        return "platform.inbox";
    }

    @Override
    public Publisher<?> write() {
        return inbox.firstTime("isolation", EventId.next());
    }
}
