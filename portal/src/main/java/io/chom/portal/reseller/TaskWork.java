package io.chom.portal.reseller;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.alert.Task;
import io.chom.tenants.platform.Failure;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What somebody has done about customers, and what there is to do then. */
final class TaskWork extends Work<TaskWork.Page> {

    private final CustomerTasks tasks;

    TaskWork(CustomerTasks tasks) {
        this.tasks = tasks;
    }

    /**
     * What there is to see.
     *
     * @param tasks the open ones first
     * @param refusal why the last wish was refused
     */
    record Page(List<Task> tasks, Optional<Failure> refusal) {

        Page {
            tasks = List.copyOf(tasks);
        }
    }

    /** Marks an open one as done, and one that is done as open. */
    void turn(Task task) {
        wish(() -> task.isDone() ? tasks.reopen(task.id()) : tasks.finish(task.id()));
    }

    @Override
    protected Mono<Page> found() {
        return tasks.current().map(found -> new Page(found, refusal()));
    }

    @Override
    public Flux<?> changes() {
        return tasks.changes();
    }
}
