package io.chom.tenants.billing.metering;

import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.metering.MeterProvider.MeterEvent;
import io.chom.tenants.billing.metering.MeterReports.Place;
import io.chom.tenants.billing.sync.PayerSync;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.usage.Totals;
import io.chom.tenants.usage.UsageQueries;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has the provider's meters follow ours. What is told is the difference between what a period comes to and what was told of
 * it, in whole units, so that the sum there is our figure whatever the meter’s aggregation, and late events and corrections
 * are told as everything else. It is written down before it is told, and what the provider did not answer is told again
 * under the same identifier.
 */
@Service
@Order(1)
class Metering implements PayerSync {

    private static final Logger LOG = LoggerFactory.getLogger(Metering.class);

    private final SubscriptionService subscriptions;
    private final UsageQueries usage;
    private final MeterReports reports;
    private final MeterProvider provider;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Metering(
            SubscriptionService subscriptions,
            UsageQueries usage,
            MeterReports reports,
            MeterProvider provider,
            TransactionalOperator transactions,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.usage = usage;
        this.reports = reports;
        this.provider = provider;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Tells all that a payer used and that the provider does not know. Fails while the provider does not answer. */
    @Override
    public Mono<Void> tell(SyncedPayer payer) {
        return sent(payer)
                .then(Mono.defer(() -> written(payer)))
                .then(Mono.defer(() -> sent(payer)))
                .contextWrite(TenantContext.as(payer.job()));
    }

    /** One after the other: Stripe takes one call at a time for a customer and a meter. */
    private Mono<Void> sent(SyncedPayer payer) {
        return reports.asked(payer)
                .as(transactions::transactional)
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(report -> sent(payer, report))
                .then();
    }

    private Mono<Void> sent(SyncedPayer payer, MeterReport report) {
        boolean isRemembered = clock.instant().isBefore(report.askedAt().plus(MeterProvider.MEMORY));
        return isRemembered ? counted(payer, report) : looked(payer, report);
    }

    private Mono<Void> counted(SyncedPayer payer, MeterReport report) {
        return provider.count(new MeterEvent(
                        payer.account(),
                        payer.customer(),
                        report.of().meter(),
                        report.quantity(),
                        report.at(),
                        report.identifier()))
                .flatMap(refusal -> refusal.map(reason -> refused(report, reason))
                        .orElseGet(() -> reports.told(report))
                        .as(transactions::transactional));
    }

    private Mono<Void> refused(MeterReport report, String reason) {
        LOG.error(
                "The provider does not count {} of {} for {}: {}",
                report.quantity(),
                report.of().meter().value(),
                report.of().tenant(),
                reason);
        return reports.refused(report, reason);
    }

    /** Nobody knows whether it was counted, and asked again it might be twice: what stands there now is gone on from. */
    private Mono<Void> looked(SyncedPayer payer, MeterReport report) {
        return reports.span(report)
                .as(transactions::transactional)
                .flatMap(span -> provider.counted(
                        payer.account(), payer.customer(), report.of().meter(), span))
                .flatMap(sum -> reports.stands(report, MeterReports.whole(sum)).as(transactions::transactional));
    }

    private Mono<Void> written(SyncedPayer payer) {
        if (!payer.isServed()) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        return subscriptions
                .ever()
                .concatMap(one -> Flux.fromIterable(MeteredPeriods.of(one, now))
                        .concatMap(period -> written(payer, one, period, now)))
                .then();
    }

    private Mono<Void> written(SyncedPayer payer, Subscription subscription, Period period, Instant now) {
        var place = new Place(payer, subscription.id(), period);
        return usage.totals(Map.of(payer.tenant(), period.span()))
                .map(totals -> totals.getOrDefault(payer.tenant(), Totals.NONE))
                .flatMap(totals -> reports.ask(place, totals, now))
                .as(transactions::transactional);
    }
}
