package io.chom.tenants.usage;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets what was refused long ago, some at a time. */
@Component
@ConditionalOnRole("worker")
class RejectionRounds extends Rounds {

    private static final Purpose FORGETTING = Purpose.routine("refused usage");
    private static final Duration PACE = Duration.ofMinutes(15);

    private static final String FORGET = """
            delete from usage.rejection
             where (tenant_id, name) in (select tenant_id, name from usage.rejection where first_at < :before
                                          order by first_at limit 5000 for update skip locked)
            """;

    private final CrossTenant crossTenant;
    private final UsageProperties properties;
    private final Clock clock;

    RejectionRounds(CrossTenant crossTenant, UsageProperties properties, Clock clock) {
        this.crossTenant = crossTenant;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    protected Flux<?> beats() {
        return Flux.interval(Duration.ofSeconds(30), PACE);
    }

    @Override
    protected Mono<Void> round() {
        return part(forget());
    }

    /** Forgets all that is old enough. */
    Mono<Void> forget() {
        Instant before = clock.instant().minus(properties.refused());
        return crossTenant
                .one(FORGETTING, all -> events(all, before))
                .repeat()
                .takeUntil(gone -> gone == 0)
                .then(crossTenant.one(FORGETTING, all -> losses(all, before)))
                .then();
    }

    private static Mono<Long> events(DatabaseClient all, Instant before) {
        return all.sql(FORGET).bind("before", before).fetch().rowsUpdated();
    }

    private static Mono<Long> losses(DatabaseClient all, Instant before) {
        return all.sql("delete from usage.rejection_loss where day < :day")
                .bind("day", LocalDate.ofInstant(before, ZoneOffset.UTC))
                .fetch()
                .rowsUpdated();
    }
}
