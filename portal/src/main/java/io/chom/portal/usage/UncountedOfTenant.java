package io.chom.portal.usage;

import io.chom.tenants.billing.EventStates;
import io.chom.tenants.billing.UnmatchedUsage;
import io.chom.tenants.platform.Page;
import io.chom.tenants.usage.RejectedEvent;
import io.chom.tenants.usage.Replayed;
import io.chom.tenants.usage.TraySize;
import io.chom.tenants.usage.UsageChanges;
import io.chom.tenants.usage.UsageTray;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the services of the acting tenant. */
@Component
final class UncountedOfTenant implements Uncounted {

    private static final int MOST = 200;

    private final UsageTray tray;
    private final EventStates states;
    private final UsageChanges changes;

    UncountedOfTenant(UsageTray tray, EventStates states, UsageChanges changes) {
        this.tray = tray;
        this.states = states;
        this.changes = changes;
    }

    @Override
    public Mono<List<RejectedEvent>> events() {
        return tray.list(null, MOST).map(Page::items);
    }

    @Override
    public Mono<TraySize> size() {
        return tray.size();
    }

    @Override
    public Mono<List<UnmatchedUsage>> unbilled() {
        return states.unmatched();
    }

    @Override
    public Mono<Replayed> replay() {
        return tray.replay();
    }

    @Override
    public Flux<?> changes() {
        return changes.changes();
    }
}
