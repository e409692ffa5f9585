package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.Settlement;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Rounds;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sees to unpaid invoices again and again, and at once when one is paid: who pays is back within seconds. */
@Component
@ConditionalOnRole("worker")
class DunningRounds extends Rounds {

    private final DunningRun run;
    private final Broadcast broadcast;
    private final DunningProperties properties;

    DunningRounds(DunningRun run, Broadcast broadcast, DunningProperties properties) {
        this.run = run;
        this.broadcast = broadcast;
        this.properties = properties;
    }

    @Override
    protected Flux<?> beats() {
        return Flux.merge(Flux.interval(properties.pace()), broadcast.listen(Settlement.CHANNEL));
    }

    @Override
    protected Mono<Void> round() {
        return part(run.all());
    }
}
