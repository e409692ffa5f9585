package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.UsageForecast;
import io.chom.tenants.billing.UsageForecasts;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.billing.UsageOverviews;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HouseMails;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Writes the summaries. That one is written is recorded in the transaction of its mail: both happen once, or not at all. */
@Service
class Reporting {

    private static final Duration INSTANT = Duration.ofMillis(1);

    private final ReportBook book;
    private final SubscriptionService subscriptions;
    private final UsageOverviews overviews;
    private final UsageForecasts forecasts;
    private final InvoiceService invoices;
    private final AlertWords words;
    private final HouseMails mails;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Reporting(
            ReportBook book,
            SubscriptionService subscriptions,
            UsageOverviews overviews,
            UsageForecasts forecasts,
            InvoiceService invoices,
            AlertWords words,
            HouseMails mails,
            TransactionalOperator transactions,
            Clock clock) {
        this.book = book;
        this.subscriptions = subscriptions;
        this.overviews = overviews;
        this.forecasts = forecasts;
        this.invoices = invoices;
        this.words = words;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sums up how the running period of a customer stands, once a week. */
    Mono<Void> week(DueReports.Week week) {
        var customer = week.customer();
        Instant now = clock.instant();
        return book.record(customer, ReportBook.Kind.WEEK, week.monday(), now)
                .filter(isNew -> isNew)
                .flatMap(isNew -> subscriptions.current())
                .flatMap(bought -> overviews
                        .of(bought, now)
                        .flatMap(overview -> likely(bought, overview)
                                .flatMap(likely -> mails.write(
                                        customer.tenant(), house -> new WeekMail(overview, likely, words, house)))))
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(customer));
    }

    private Mono<Optional<UsageForecast>> likely(Bought bought, UsageOverview overview) {
        return forecasts.of(bought, overview).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    /** Sums up a period of a customer that is over and was billed. */
    Mono<Void> period(DueReports.Billed billed) {
        var customer = billed.customer();
        return book.record(customer, ReportBook.Kind.PERIOD, billed.from(), clock.instant())
                .filter(isNew -> isNew)
                .flatMap(isNew -> invoices.find(billed.invoice()))
                .map(ItemisedInvoice::invoice)
                .flatMap(invoice -> used(invoice).flatMap(used -> report(customer.tenant(), invoice, used)))
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(customer));
    }

    private Mono<Void> report(TenantId customer, Invoice invoice, Optional<UsageOverview> used) {
        return mails.write(customer, house -> new PeriodMail(invoice, used, words, house));
    }

    /** What was used of the plan that the period ended with; unknown once the customer has another subscription. */
    private Mono<Optional<UsageOverview>> used(Invoice invoice) {
        return subscriptions
                .current()
                .filter(bought -> isOf(bought, invoice))
                .flatMap(bought -> overviews.of(bought, invoice.period().end().minus(INSTANT)))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static boolean isOf(Bought bought, Invoice invoice) {
        return bought.subscription().id().equals(invoice.subscription());
    }
}
