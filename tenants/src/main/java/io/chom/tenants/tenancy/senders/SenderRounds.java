package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.DueRounds;
import io.chom.tenants.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks senders' domains when their time has come, and at once when somebody waits; each by one worker at a time. */
@Component
@ConditionalOnRole("worker")
class SenderRounds extends DueRounds<TenantId> {

    private final DueSenders due;
    private final SenderExaminer examiner;
    private final SenderSchedule schedule;
    private final Clock clock;

    SenderRounds(DueSenders due, SenderExaminer examiner, SenderSchedule schedule, Broadcast broadcast, Clock clock) {
        super(broadcast, SenderCheckups.DUE, Duration.ofSeconds(5), 4);
        this.due = due;
        this.examiner = examiner;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    protected Flux<TenantId> take(int most) {
        return due.take(most, clock.instant(), schedule.lease());
    }

    @Override
    protected Mono<Void> see(TenantId owner) {
        return examiner.examine(owner);
    }
}
