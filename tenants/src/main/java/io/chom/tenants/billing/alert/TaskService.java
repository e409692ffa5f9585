package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a reseller has to do about its customers. Its owners and administrators see it and do it. */
@Service
public class TaskService {

    /** Tells that the tasks of a reseller, which is the body, are others. */
    static final String CHANNEL = "task";

    /** So long, what is done can still be seen and undone. */
    private static final Duration UNDOABLE = Duration.ofDays(1);

    private static final int LARGEST = 200;

    private final Tasks tasks;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    TaskService(Tasks tasks, TransactionalOperator transactions, Broadcast broadcast, Clock clock) {
        this.tasks = tasks;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /**
     * What is to be done, the newest first, and then what was done within a day; needs {@code owner} or {@code admin} of a
     * reseller.
     *
     * @param most 1–200
     */
    public Mono<List<Task>> current(int most) {
        return keeper().flatMapMany(acting ->
                        tasks.current(acting.tenant(), clock.instant().minus(UNDOABLE), Math.clamp(most, 1, LARGEST)))
                .collectList()
                .as(transactions::transactional);
    }

    /** It is done; needs what seeing it needs. Refused with {@code not-found} for one of somebody else, there or not. */
    public Mono<Void> finish(TaskId task) {
        return mark(task, clock.instant());
    }

    /** It is open again, under the rules of {@link #finish}. */
    public Mono<Void> reopen(TaskId task) {
        return mark(task, null);
    }

    /** Something, whenever the tasks of the acting tenant are others. Never ends. */
    public Flux<?> changes() {
        return TenantContext.require().flatMapMany(acting -> broadcast.listen(CHANNEL, acting.tenant()));
    }

    private Mono<Void> mark(TaskId task, @Nullable Instant at) {
        return keeper().flatMap(acting -> tasks.mark(acting.tenant(), task, at)
                        .filter(found -> found)
                        .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("task"))))
                        .flatMap(
                                found -> broadcast.send(CHANNEL, acting.tenant().toString())))
                .as(transactions::transactional);
    }

    private static Mono<Acting> keeper() {
        return Permission.any("owner", "admin").filter(Acting::isReseller).switchIfEmpty(Permission.denied());
    }
}
