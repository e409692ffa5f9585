package io.chom.portal.operator;

import io.chom.portal.live.Work;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.tenancy.MaintenanceService;
import io.chom.tenants.tenancy.MaintenanceTime;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an operator wants done about maintenance, and until when it goes on. */
final class MaintenanceWork extends Work<MaintenanceWork.Page> {

    private final MaintenanceService maintenance;

    MaintenanceWork(MaintenanceService maintenance) {
        this.maintenance = maintenance;
    }

    /**
     * What there is to see.
     *
     * @param end when the portals open again; empty while they are open
     * @param refusal why the last wish was refused
     */
    record Page(Optional<Instant> end, Optional<Failure> refusal) {}

    void begin(MaintenanceTime time) {
        wish(() -> maintenance.begin(time));
    }

    void finish() {
        wish(maintenance::finish);
    }

    @Override
    protected Mono<Page> found() {
        return maintenance
                .end()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(end -> new Page(end, refusal()));
    }

    @Override
    public Flux<?> changes() {
        return maintenance.changes();
    }
}
