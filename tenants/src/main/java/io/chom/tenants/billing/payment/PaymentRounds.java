package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Rounds;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Collects again and again, and at once when the provider tells of something. */
@Component
@ConditionalOnRole("worker")
class PaymentRounds extends Rounds {

    /** Tells that something is to be seen to at this moment. */
    static final String DUE = "payment_due";

    private final PaymentRun run;
    private final Broadcast broadcast;
    private final PaymentProperties properties;

    PaymentRounds(PaymentRun run, Broadcast broadcast, PaymentProperties properties) {
        this.run = run;
        this.broadcast = broadcast;
        this.properties = properties;
    }

    @Override
    protected Flux<?> beats() {
        return Flux.merge(Flux.interval(properties.pace()), broadcast.listen(DUE));
    }

    @Override
    protected Mono<Void> round() {
        return part(run.all());
    }
}
