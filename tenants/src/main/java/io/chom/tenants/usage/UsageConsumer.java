package io.chom.tenants.usage;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.EventStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;

/** Role {@code worker}: counts the stream for as long as the program runs. */
@Component
@ConditionalOnRole("worker")
class UsageConsumer implements SmartLifecycle {

    private final EventStream stream;
    private final UsageCounting counting;
    private volatile @Nullable Disposable consumption;

    UsageConsumer(EventStream stream, UsageCounting counting) {
        this.stream = stream;
        this.counting = counting;
    }

    @Override
    public void start() {
        consumption = stream.consume(UsageWire.TOPIC, "usage", counting::count);
    }

    @Override
    public void stop() {
        Disposable running = consumption;
        consumption = null;
        if (running != null) {
            running.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return consumption != null;
    }
}
