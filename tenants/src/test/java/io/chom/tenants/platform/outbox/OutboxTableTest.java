package io.chom.tenants.platform.outbox;

import io.chom.tenants.platform.DomainEvent;
import io.chom.tenants.platform.Outbox;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class OutboxTableTest extends TenantIsolationContract {

    @Autowired
    Outbox outbox;

    record Tried(String what) implements DomainEvent {

        @Override
        public String type() {
            return "platform.tried";
        }
    }

    @Override
    public String table() {
        return "platform.outbox";
    }

    @Override
    public Publisher<?> write() {
        return outbox.append(new Tried("isolation"));
    }
}
