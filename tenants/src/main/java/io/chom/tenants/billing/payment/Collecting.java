package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.payment.Outcome.Expired;
import io.chom.tenants.billing.payment.Outcome.Pending;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Brings payments to their end: asks the provider for them, again if need be, and has the answer written down. */
@Service
class Collecting {

    private static final Duration UNOPENED = PaymentProvider.PAGE_LIFE.dividedBy(2);

    private final PaymentProvider provider;
    private final Settling settling;
    private final Clock clock;

    Collecting(PaymentProvider provider, Settling settling, Clock clock) {
        this.provider = provider;
        this.settling = settling;
        this.clock = clock;
    }

    /** Asks what becomes of a payment and writes it down. Fails, and changes nothing, while the provider does not answer. */
    Mono<Void> see(Payment payment) {
        return Mono.defer(() -> outcome(payment))
                .flatMap(outcome -> settling.settle(payment, outcome))
                .contextWrite(TenantContext.as(payment.job()));
    }

    private Mono<Outcome> outcome(Payment payment) {
        var intent = payment.intent();
        return switch (payment.way()) {
            case CARD -> intent == null ? sent(payment.charge()) : provider.intent(payment.charge(), intent);
            case PAGE -> visited(payment);
        };
    }

    /** What was begun may have been sent. As long as the provider remembers the key, asking again is the same charge. */
    private Mono<Outcome> sent(Charge charge) {
        return clock.instant().isBefore(charge.begunAt().plus(PaymentProvider.MEMORY))
                ? provider.charge(charge)
                : provider.find(charge).defaultIfEmpty(new Expired());
    }

    /**
     * A page on which more would be paid than is owed by now is closed. Of one that was asked for and never came, nobody
     * knows the address; soon it would open for too short a time.
     */
    private Mono<Outcome> visited(Payment payment) {
        var session = payment.session();
        var charge = payment.charge();
        if (session != null) {
            return provider.page(charge, session)
                    .flatMap(outcome -> outcome instanceof Pending && payment.isTooMuch()
                            ? provider.closePage(charge, session)
                            : Mono.just(outcome));
        }
        boolean isOver = !clock.instant().isBefore(charge.begunAt().plus(UNOPENED));
        return Mono.just(isOver ? new Expired() : new Pending(null));
    }
}
