package io.chom.tenants.billing.stripe;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Puts the adapter together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StripeProperties.class)
class StripeConfiguration {

    private static final int MOST_WAITING = 1000;

    /** Threads of its own, as its client waits in them: when it hangs, nobody else waits along. */
    @Bean(destroyMethod = "dispose", defaultCandidate = false)
    Scheduler stripeThreads(StripeProperties properties) {
        return Schedulers.newBoundedElastic(properties.atOnce(), MOST_WAITING, "stripe");
    }

    @Bean
    StripeCalls stripeCalls(StripeProperties properties, @Qualifier("stripeThreads") Scheduler threads) {
        return new StripeCalls(properties, threads);
    }

    @Bean
    StripePayments stripePayments(StripeProperties properties, StripeCalls calls, Clock clock) {
        return new StripePayments(properties.isOn(), calls, new StripeEvents(properties, clock));
    }

    @Bean
    StripePortal stripePortal(StripeCalls calls) {
        return new StripePortal(calls);
    }

    @Bean
    StripeSubscriptions stripeSubscriptions(StripeCalls calls, Clock clock) {
        return new StripeSubscriptions(calls, clock);
    }

    @Bean
    StripeInvoices stripeInvoices(StripeCalls calls) {
        return new StripeInvoices(calls);
    }

    @Bean
    StripeMeters stripeMeters(StripeCalls calls) {
        return new StripeMeters(calls);
    }
}
