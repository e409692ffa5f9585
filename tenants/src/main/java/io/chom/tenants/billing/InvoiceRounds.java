package io.chom.tenants.billing;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Rounds;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks again and again for periods that are over. */
@Component
@ConditionalOnRole("worker")
class InvoiceRounds extends Rounds {

    private final InvoiceRun run;
    private final BillingProperties properties;

    InvoiceRounds(InvoiceRun run, BillingProperties properties) {
        this.run = run;
        this.properties = properties;
    }

    @Override
    protected Flux<?> beats() {
        return Flux.interval(properties.pace());
    }

    @Override
    protected Mono<Void> round() {
        return part(run.batch().repeat().takeUntil(seen -> seen == 0).then());
    }
}
