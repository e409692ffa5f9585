package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Closes the brands of the installation for a while. Operators of the platform may. */
@Service
public class MaintenanceService {

    private final MaintenanceWindows windows;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    MaintenanceService(
            MaintenanceWindows windows, TransactionalOperator transactions, Broadcast broadcast, Clock clock) {
        this.windows = windows;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** When the brands open again; empty while they are open. */
    public Mono<Instant> end() {
        return operator()
                .flatMap(acting -> windows.end(acting, clock.instant()))
                .as(transactions::transactional);
    }

    /** Closes the brands from now on, or for longer than before. */
    public Mono<Void> begin(MaintenanceTime time) {
        return operator()
                .flatMap(acting -> windows.put(
                                acting,
                                clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(time.length()))
                        .then(tell(acting)))
                .as(transactions::transactional);
    }

    /** Opens them; fine if they are open. */
    public Mono<Void> finish() {
        return operator()
                .flatMap(acting -> windows.remove(acting).then(tell(acting)))
                .as(transactions::transactional);
    }

    /** Something, whenever they are closed or opened. */
    public Flux<?> changes() {
        return broadcast.listen(Maintenance.CHANNEL);
    }

    private static Mono<Acting> operator() {
        return Permission.any("operator");
    }

    private Mono<Void> tell(Acting acting) {
        return broadcast.send(Maintenance.CHANNEL, acting.tenant().toString());
    }
}
