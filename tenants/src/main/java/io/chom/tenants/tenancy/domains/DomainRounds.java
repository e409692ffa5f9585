package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.DueRounds;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks domains when their time has come, and at once when somebody waits for it; each by one worker at a time. */
@Component
@ConditionalOnRole("worker")
class DomainRounds extends DueRounds<DueDomains.Due> {

    private final DueDomains due;
    private final DomainExaminer examiner;
    private final DomainSchedule schedule;
    private final Clock clock;

    DomainRounds(DueDomains due, DomainExaminer examiner, DomainSchedule schedule, Broadcast broadcast, Clock clock) {
        super(broadcast, DomainCheckups.DUE, Duration.ofSeconds(2), 8);
        this.due = due;
        this.examiner = examiner;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    protected Flux<DueDomains.Due> take(int most) {
        return due.take(most, clock.instant(), schedule.lease());
    }

    @Override
    protected Mono<Void> see(DueDomains.Due domain) {
        return examiner.examine(domain);
    }
}
