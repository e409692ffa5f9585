package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.IssuerReads;
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

/** What comes of invoices that are not paid. Owners and administrators may, and the platform's operator about what it sold. */
@Service
public class DunningService {

    /** The longest time for which an invoice is left alone, in days. */
    public static final int LONGEST_HOLD = 90;

    private final OverdueInvoices overdue;
    private final DunningBook book;
    private final InvoiceService invoices;
    private final IssuerReads reads;
    private final TenantService tenants;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final DunningProperties properties;
    private final Clock clock;

    DunningService(
            OverdueInvoices overdue,
            DunningBook book,
            InvoiceService invoices,
            IssuerReads reads,
            TenantService tenants,
            TransactionalOperator transactions,
            Broadcast broadcast,
            DunningProperties properties,
            Clock clock) {
        this.overdue = overdue;
        this.book = book;
        this.invoices = invoices;
        this.reads = reads;
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

    /** What was done about invoices, and until when they are left alone. */
    private record Done(Map<InvoiceId, List<Course.Taken>> taken, Map<InvoiceId, LocalDate> held) {

        static Mono<Done> read(DunningBook book, List<Invoice> of) {
            var ids = of.stream().map(Invoice::id).toList();
            return book.taken(ids).zipWith(book.held(ids), Done::new);
        }
    }

    /** How those of these invoices of the acting tenant go on that wait to be paid. */
    public Mono<Map<InvoiceId, Course>> courses(List<Invoice> invoices) {
        var open = invoices.stream().filter(Invoice::isUnpaid).toList();
        return Permission.any("owner", "admin")
                .flatMap(acting -> open.isEmpty()
                        ? Mono.just(Map.of())
                        : courses(open, Done.read(book, open).as(transactions::transactional)));
    }

    private Mono<Map<InvoiceId, Course>> courses(List<Invoice> open, Mono<Done> done) {
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
                                                read.taken().getOrDefault(one.id(), List.of()),
                                                read.held().get(one.id())))));
    }

    private Mono<Map<Product, Ladder>> ladders(List<Invoice> open) {
        return Flux.fromIterable(open)
                .map(Product::of)
                .distinct()
                .concatMap(one -> overdue.ladder(one.issuer(), one.catalogue()).map(found -> Map.entry(one, found)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What customers of the acting seller have not paid, what fell due first in front. */
    public Mono<List<Unpaid>> unpaid() {
        return invoices.owed().flatMap(all -> {
            var owed = all.stream().filter(Invoice::isUnpaid).toList();
            var customers = owed.stream().map(Invoice::customer).distinct().toList();
            return courses(owed, reads.read((acting, across) -> Done.read(new DunningBook(across), owed)))
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
     * Gives a customer of the acting seller time: until the end of that day nothing more is done about the invoice.
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
