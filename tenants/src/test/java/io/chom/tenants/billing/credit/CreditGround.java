package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.billing.payment.ManualPayment;
import io.chom.tenants.billing.payment.ManualPayments;
import io.chom.tenants.billing.payment.Refund;
import io.chom.tenants.billing.payment.Refunds;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A customer of Acme, and what Acme does about its invoices. */
abstract class CreditGround {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Currency USD = Currency.getInstance("USD");

    @Autowired
    CreditService credits;

    @Autowired
    InvoiceService invoices;

    @Autowired
    ManualPayments manual;

    @Autowired
    Refunds refunds;

    @Autowired
    TenantService tenants;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Clock clock;

    Acting customer;

    @BeforeEach
    void prepare() {
        customer = NewCustomers.of(Acme.RESELLER, tenants);
    }

    /** An invoice with a line for each of these cents. */
    Invoice owe(long... cents) {
        return owe(clock.instant(), cents);
    }

    /** One of another moment. */
    Invoice owe(Instant issued, long... cents) {
        var amounts = LongStream.of(cents).mapToObj(one -> new Money(one, USD)).toList();
        return as(
                customer,
                Invoiced.write(database, customer, customer.reseller(), amounts, issued)
                        .as(transactions::transactional));
    }

    Mono<CreditNote> credit(Invoice invoice, CreditNoteId id, Part... parts) {
        return credits.credit(
                        invoice.customer(), invoice.id(), new NewCredit(id, Arrays.asList(parts), "Charged too much"))
                .contextWrite(TenantContext.as(Acme.RESELLER));
    }

    CreditNote credit(Invoice invoice, Part... parts) {
        return Objects.requireNonNull(
                credit(invoice, CreditNoteId.next(), parts).block(PATIENCE));
    }

    static Part part(int line, long cents) {
        return new Part(line, new Money(cents, USD));
    }

    void payByHand(Invoice invoice) {
        manual.record(
                        invoice.customer(),
                        invoice.id(),
                        new ManualPayment(
                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                                ManualPayment.Way.TRANSFER,
                                "Statement 7"))
                .contextWrite(TenantContext.as(Acme.RESELLER))
                .block(PATIENCE);
    }

    Invoice now(Invoice invoice) {
        return as(customer, invoices.find(invoice.id())).invoice();
    }

    List<Refund> refunds(Invoice invoice) {
        return as(customer, refunds.of(List.of(invoice.id()))).getOrDefault(invoice.id(), List.of());
    }

    /** A number out of the books, as the customer may read it. */
    long sum(String query) {
        return as(customer, database.sql(query).mapValue(Long.class).one().as(transactions::transactional));
    }

    static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(PATIENCE));
    }
}
