package io.chom.portal.reseller;

import io.chom.tenants.billing.alert.Task;
import io.chom.tenants.billing.alert.TaskId;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the acting reseller has to do about its customers. */
interface CustomerTasks {

    /** The open ones, and those that were done lately. */
    Mono<List<Task>> current();

    /** One is done. */
    Mono<Void> finish(TaskId task);

    /** One is open again. */
    Mono<Void> reopen(TaskId task);

    /** Anything, whenever they are others. */
    Flux<?> changes();

    /** What a meter counts. */
    Optional<Meter> meter(MeterId id);
}
