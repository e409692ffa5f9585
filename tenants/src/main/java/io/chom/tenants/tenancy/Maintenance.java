package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Follower;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether the brands are closed for maintenance, answered from memory. The platform's own portal stays open, for whoever
 * ends it. A change reaches every process within a second.
 */
@Component
public class Maintenance implements Follower {

    static final String CHANNEL = "maintenance_changed";

    private final MaintenanceWindows windows;
    private final Clock clock;
    private volatile @Nullable MaintenanceWindow window;

    Maintenance(MaintenanceWindows windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    /** When the brand of this owner opens again; empty while it is open. Never queries; anybody may ask. */
    public Optional<Instant> closedUntil(BrandOwner owner) {
        return Optional.ofNullable(window)
                .filter(one -> !one.platform().equals(owner.reseller()))
                .map(MaintenanceWindow::end)
                .filter(end -> clock.instant().isBefore(end));
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Mono<Void> changed(String body) {
        return windows.newest()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .doOnNext(found -> window = found.orElse(null))
                .then();
    }
}
