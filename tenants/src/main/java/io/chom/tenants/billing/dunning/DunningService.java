package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.Settlement;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What comes of invoices that are not paid. Owners and administrators may. */
@Service
public class DunningService {

    /** The longest time for which an invoice is left alone, in days. */
    public static final int LONGEST_HOLD = 90;

    private final OverdueInvoices overdue;
    private final DunningBook book;
    private final InvoiceService invoices;
    private final TenantService tenants;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final DunningProperties properties;
    private final Clock clock;

    DunningService(
            OverdueInvoices overdue,
            DunningBook book,
            InvoiceService invoices,
            TenantService tenants,
            TransactionalOperator transactions,
            Broadcast broadcast,
            DunningProperties properties,
            Clock clock) {
        this.overdue = overdue;
        this.book = book;
        this.invoices = invoices;
        this.tenants = tenants;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.properties = properties;
        this.clock = clock;
    }

    private record Product(TenantId issuer, String catalogue) {

        static Product of(Invoice invoice) {
            return new Product(invoice.issuer(), invoice.plan().catalogue());
        }
    }

    /** How those of these invoices go on that wait to be paid, of the acting tenant or its customers. */
    public Mono<Map<InvoiceId, Course>> courses(List<Invoice> invoices) {
        var open = invoices.stream().filter(Invoice::isUnpaid).toList();
        return Permission.any("owner", "admin").flatMap(acting -> open.isEmpty() ? Mono.just(Map.of()) : known(open));
    }

    private Mono<Map<InvoiceId, Course>> known(List<Invoice> open) {
        var ids = open.stream().map(Invoice::id).toList();
        var done = book.taken(ids).zipWith(book.held(ids)).as(transactions::transactional);
        return ladders(open)
                .zipWith(
                        done,
                        (ladders, read) -> open.stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        Invoice::id,
                                        one -> new Course(
                                                Objects.requireNonNull(ladders.get(Product.of(one))),
                                                one.dueOn(),
                                                one.period().zone(),
                                                properties.morning(),
                                                read.getT1().getOrDefault(one.id(), List.of()),
                                                read.getT2().get(one.id())))));
    }

    private Mono<Map<Product, Ladder>> ladders(List<Invoice> open) {
        return Flux.fromIterable(open)
                .map(Product::of)
                .distinct()
                .concatMap(one -> overdue.ladder(one.issuer(), one.catalogue()).map(found -> Map.entry(one, found)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What customers of the acting brand owner have not paid, what fell due first in front. */
    public Mono<List<Unpaid>> unpaid() {
        return invoices.owed().flatMap(all -> {
            var owed = all.stream().filter(Invoice::isUnpaid).toList();
            var customers = owed.stream().map(Invoice::customer).distinct().toList();
            return courses(owed)
                    .zipWith(
                            tenants.names(customers),
                            (courses, names) -> owed.stream()
                                    .map(one -> new Unpaid(
                                            one,
                                            Objects.requireNonNull(names.get(one.customer())),
                                            Objects.requireNonNull(courses.get(one.id()))))
                                    .toList());
        });
    }

    /**
     * Gives a customer of the acting brand owner time: until the end of that day nothing more is done about the invoice.
     *
     * @param until at most {@link #LONGEST_HOLD} days from today; null takes the time back. Refused with
     *     {@code dunning.hold-out-of-range} otherwise, with {@code not-found} for an invoice of somebody else
     */
    public Mono<Void> hold(TenantId customer, InvoiceId invoice, @Nullable LocalDate until) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean isInRange =
                until == null || !until.isBefore(today.minusDays(1)) && !until.isAfter(today.plusDays(LONGEST_HOLD));
        return invoices.owedBy(customer, invoice)
                .filter(found -> isInRange)
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.Invalid.of(
                        "dunning.hold-out-of-range",
                        "Choose a day from today on, at most " + LONGEST_HOLD + " days away."))))
                .then(Mono.defer(() -> tenants.acting(customer)))
                .flatMap(acting -> book.hold(customer, invoice, until, clock.instant())
                        .then(broadcast.send(Settlement.CHANNEL, customer.toString()))
                        .as(transactions::transactional)
                        .contextWrite(TenantContext.as(acting)));
    }

    /** Something, whenever something may be different. */
    public Flux<?> changes() {
        return broadcast.listen(Settlement.CHANNEL);
    }
}
