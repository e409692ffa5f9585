package io.chom.portal.reseller;

import io.chom.tenants.billing.alert.Task;
import io.chom.tenants.billing.alert.TaskId;
import io.chom.tenants.billing.alert.TaskService;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the services of the acting reseller. */
@Component
final class TasksOfReseller implements CustomerTasks {

    private static final int SHOWN = 20;

    private final TaskService tasks;
    private final Catalogues catalogues;

    TasksOfReseller(TaskService tasks, Catalogues catalogues) {
        this.tasks = tasks;
        this.catalogues = catalogues;
    }

    @Override
    public Mono<List<Task>> current() {
        return tasks.current(SHOWN);
    }

    @Override
    public Mono<Void> finish(TaskId task) {
        return tasks.finish(task);
    }

    @Override
    public Mono<Void> reopen(TaskId task) {
        return tasks.reopen(task);
    }

    @Override
    public Flux<?> changes() {
        return tasks.changes();
    }

    @Override
    public Optional<Meter> meter(MeterId id) {
        return catalogues.meter(id);
    }
}
