package io.chom.tenants.platform.events;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;

/**
 * The administrator's client of the broker, which can be thrown away and made anew: after its connection has been silent for some
 * time it asks for metadata that never come, and waits for them longer than anybody waits for it.
 */
class BrokerAdmin implements AutoCloseable {

    private final Supplier<Admin> making;

    private volatile Admin current;

    BrokerAdmin(Supplier<Admin> making) {
        this.making = making;
        this.current = making.get();
    }

    /** The one to ask now; not to be kept. */
    Admin current() {
        return current;
    }

    /** Whoever still waits for an answer of the old one gets an error. Blocks until its thread has ended. */
    void renew() {
        Admin old = current;
        current = making.get();
        old.close(Duration.ZERO);
    }

    @Override
    public void close() {
        current.close(Duration.ZERO);
    }
}
