package io.chom.tenants.billing.metering;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Rounds;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the provider what is used, again and again. */
@Component
@ConditionalOnRole("worker")
class MeteringRounds extends Rounds {

    private final MeteringRun run;
    private final MeteringProperties properties;

    MeteringRounds(MeteringRun run, MeteringProperties properties) {
        this.run = run;
        this.properties = properties;
    }

    @Override
    protected Flux<?> beats() {
        return Flux.interval(properties.pace());
    }

    @Override
    protected Mono<Void> round() {
        return part(run.all());
    }
}
