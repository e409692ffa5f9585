package io.chom.portal.reseller;

import io.chom.tenants.billing.alert.Task;
import io.chom.tenants.billing.alert.TaskId;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tasks of nobody, kept in memory. */
final class HeldTasks implements CustomerTasks {

    final List<Task> all = new ArrayList<>();

    static Task open(String customer) {
        return task(new TaskId(new UUID(1, customer.hashCode())), customer, false);
    }

    private static Task task(TaskId id, String customer, boolean isDone) {
        var day = LocalDate.of(2026, 11, 21);
        return new Task(
                id,
                customer,
                new MeterId("storage_gb"),
                Allowance.Per.MONTH,
                day.withDayOfMonth(1),
                new BigDecimal("112.5"),
                new BigDecimal("100"),
                day,
                isDone);
    }

    @Override
    public Mono<List<Task>> current() {
        return Mono.fromSupplier(() -> List.copyOf(all));
    }

    @Override
    public Mono<Void> finish(TaskId task) {
        return turn(task, true);
    }

    @Override
    public Mono<Void> reopen(TaskId task) {
        return turn(task, false);
    }

    private Mono<Void> turn(TaskId task, boolean isDone) {
        return Mono.fromRunnable(
                () -> all.replaceAll(one -> one.id().equals(task) ? task(task, one.customer(), isDone) : one));
    }

    @Override
    public Flux<?> changes() {
        return Flux.never();
    }

    @Override
    public Optional<Meter> meter(MeterId id) {
        return Optional.of(new Meter(id, new Meter.Words("Storage", "GB"), Meter.Aggregation.MAX, 2));
    }
}
