package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Rounds;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks senders' domains when their time has come, and at once when somebody waits; each by one worker at a time. */
@Component
@ConditionalOnRole("worker")
class SenderRounds extends Rounds {

    private static final Duration PACE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 4;

    private final DueSenders due;
    private final SenderExaminer examiner;
    private final SenderSchedule schedule;
    private final Broadcast broadcast;
    private final Clock clock;

    SenderRounds(DueSenders due, SenderExaminer examiner, SenderSchedule schedule, Broadcast broadcast, Clock clock) {
        this.due = due;
        this.examiner = examiner;
        this.schedule = schedule;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    @Override
    protected Flux<?> beats() {
        return Flux.merge(Flux.interval(PACE), broadcast.listen(SenderCheckups.DUE));
    }

    @Override
    protected Mono<Void> round() {
        return Mono.defer(() ->
                        due.take(AT_ONCE, clock.instant(), schedule.lease()).collectList())
                .flatMapIterable(taken -> taken)
                .flatMap(owner -> part(examiner.examine(owner)), AT_ONCE)
                .then();
    }
}
