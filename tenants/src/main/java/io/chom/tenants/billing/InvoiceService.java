package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Page;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.usage.UsageQueries;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the acting tenant owes and owed. Owners and administrators may see it, and keys with {@code billing:read}. */
@Service
public class InvoiceService {

    /** Tells that a tenant has a new invoice; the body is the tenant. */
    static final String CHANNEL = "invoice_written";

    private static final int LARGEST_PAGE = 200;
    private static final int MOST_OWED = 1_000;
    private static final InvoiceId NEWEST = new InvoiceId(new UUID(-1L, -1L));

    private final Invoices invoices;
    private final Subscriptions subscriptions;
    private final UsageOverviews overviews;
    private final UsageQueries usage;
    private final Catalogues catalogues;
    private final IssuerReads reads;
    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;

    InvoiceService(
            Invoices invoices,
            Subscriptions subscriptions,
            UsageOverviews overviews,
            UsageQueries usage,
            Catalogues catalogues,
            IssuerReads reads,
            DatabaseClient database,
            TransactionalOperator transactions,
            Broadcast broadcast) {
        this.invoices = invoices;
        this.subscriptions = subscriptions;
        this.overviews = overviews;
        this.usage = usage;
        this.catalogues = catalogues;
        this.reads = reads;
        this.database = database;
        this.transactions = transactions;
        this.broadcast = broadcast;
    }

    /**
     * Invoices, the newest first.
     *
     * @param after where the page before ended, or null for the first
     * @param limit 1–200 items
     */
    public Mono<Page<Invoice>> list(@Nullable Cursor after, int limit) {
        int most = Math.clamp(limit, 1, LARGEST_PAGE);
        return BillingRights.reader()
                .flatMapMany(acting -> invoices.before(acting.tenant(), position(after), most + 1))
                .as(transactions::transactional)
                .collectList()
                .map(rows -> rows.size() <= most
                        ? new Page<>(rows, null)
                        : new Page<>(
                                rows.subList(0, most),
                                Cursor.after(rows.get(most - 1).id().toString())));
    }

    /** The newest ones with their lines, at most so many. */
    public Mono<List<ItemisedInvoice>> latest(int most) {
        return BillingRights.reader()
                .flatMap(acting -> invoices.before(acting.tenant(), NEWEST, Math.clamp(most, 1, LARGEST_PAGE))
                        .collectList()
                        .flatMap(invoices::itemised))
                .as(transactions::transactional);
    }

    /** One with its lines. Refused with {@code not-found} for one of somebody else, there or not. */
    public Mono<ItemisedInvoice> find(InvoiceId id) {
        return BillingRights.reader()
                .flatMap(acting -> invoices.find(acting.tenant(), id))
                .as(transactions::transactional)
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("invoice"))));
    }

    /** What waits to be paid by the acting tenant, what fell due first in front. */
    public Mono<List<Invoice>> unpaid() {
        return BillingRights.reader()
                .flatMap(acting -> invoices.unpaid(acting.tenant())
                        .filter(Invoice::isUnpaid)
                        .collectList())
                .as(transactions::transactional);
    }

    /** What the acting seller's customers have not paid, at most 1,000 invoices, what fell due first in front. */
    public Mono<List<Invoice>> owed() {
        return reads.read((acting, all) ->
                new Invoices(all).owed(acting.tenant(), MOST_OWED).collectList());
    }

    /** What the acting seller's customers were billed, at most 200 invoices, the newest first. */
    public Mono<List<ItemisedInvoice>> issued() {
        return reads.read((acting, all) -> {
            var sold = new Invoices(all);
            return sold.issued(acting.tenant(), LARGEST_PAGE).collectList().flatMap(sold::itemised);
        });
    }

    /** One that a customer has of the acting seller. Refused with {@code not-found} for any other, there or not. */
    public Mono<Invoice> owedBy(TenantId customer, InvoiceId id) {
        return reads.read((acting, all) -> new Invoices(all)
                        .find(customer, id)
                        .map(ItemisedInvoice::invoice)
                        .filter(found -> found.issuer().equals(acting.tenant())))
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("invoice"))));
    }

    /**
     * What the next invoice would be if its period were over now, by the same reckoning; needs {@code usage:read} besides.
     * Refused with {@code not-found} without a running subscription.
     */
    public Mono<UsageOverview> preview() {
        return BillingRights.reader()
                .flatMap(acting -> overviews
                        .current()
                        .flatMap(overview -> subscriptions
                                .running(acting.tenant())
                                .flatMap(running -> corrected(overview, running))
                                .as(transactions::transactional)
                                .defaultIfEmpty(overview)));
    }

    /** Something, whenever the acting tenant gets an invoice, or one is paid or could not be. */
    public Flux<?> changes() {
        return TenantContext.require()
                .flatMapMany(acting -> Flux.merge(
                        broadcast.listen(CHANNEL, acting.tenant()),
                        broadcast.listen(Settlement.CHANNEL, acting.tenant())));
    }

    /** Something, whenever an invoice is written, or one is paid, credited or could not be. */
    public Flux<?> issuedChanges() {
        return Flux.merge(broadcast.listen(CHANNEL), broadcast.listen(Settlement.CHANNEL));
    }

    private Mono<UsageOverview> corrected(UsageOverview overview, Subscription running) {
        var estimate = overview.estimate();
        return Corrections.of(database, usage::totals, catalogues, List.of(running))
                .map(corrections -> corrections.with(
                        running.id(),
                        estimate.untaxed().lines(),
                        overview.period(),
                        estimate.total().currency()))
                .map(corrected -> overview.with(corrected.taxed(estimate.rule(), overview.period())));
    }

    private static InvoiceId position(@Nullable Cursor after) {
        if (after == null) {
            return NEWEST;
        }
        try {
            return InvoiceId.of(after.key());
        } catch (Refused e) {
            throw Cursor.unknown();
        }
    }
}
