package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Rounds;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks domains when their time has come, and at once when somebody waits for it; each by one worker at a time. */
@Component
@ConditionalOnRole("worker")
class DomainRounds extends Rounds {

    private static final Duration PACE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 8;

    private final DueDomains due;
    private final DomainExaminer examiner;
    private final DomainSchedule schedule;
    private final Broadcast broadcast;
    private final Clock clock;

    DomainRounds(DueDomains due, DomainExaminer examiner, DomainSchedule schedule, Broadcast broadcast, Clock clock) {
        this.due = due;
        this.examiner = examiner;
        this.schedule = schedule;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    @Override
    protected Flux<?> beats() {
        return Flux.merge(Flux.interval(PACE), broadcast.listen(DomainCheckups.DUE));
    }

    @Override
    protected Mono<Void> round() {
        // All of them first: what is taken counts once the taking has committed.
        return Mono.defer(() ->
                        due.take(AT_ONCE, clock.instant(), schedule.lease()).collectList())
                .flatMapIterable(taken -> taken)
                .flatMap(domain -> part(examiner.examine(domain)), AT_ONCE)
                .then();
    }
}
