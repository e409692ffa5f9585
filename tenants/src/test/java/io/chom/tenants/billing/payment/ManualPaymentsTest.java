package io.chom.tenants.billing.payment;

import static io.chom.tenants.billing.payment.PaymentHouse.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@TenantsTest
class ManualPaymentsTest extends TenantIsolationContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    ManualPayments payments;

    @Autowired
    InvoiceService invoices;

    @Autowired
    TenantService tenants;

    @Autowired
    Clock clock;

    @Override
    public String table() {
        return "billing.manual_payment";
    }

    @Override
    public Publisher<?> write() {
        var came = new ManualPayment(LocalDate.of(2031, 1, 1), ManualPayment.Way.CASH, "Receipt 7");
        return TenantContext.require()
                .flatMap(acting -> Invoiced.write(
                                database, acting, acting.reseller(), new Money(700, PaymentHouse.USD), clock.instant())
                        .flatMap(invoice -> payments.write(acting, invoice.id(), came)));
    }

    @Test
    void money_that_came_by_transfer_is_written_down_once_with_its_evidence() {
        var customer = NewCustomers.of(Acme.RESELLER, tenants);
        var owed = owe(customer);
        Flux.range(0, 8)
                .flatMap(
                        n -> record(owed, today(), "Statement 12, line 3")
                                .onErrorResume(Refused.class, e -> Mono.empty()),
                        8)
                .then()
                .block(PATIENCE);
        assertThat(as(customer, invoices.find(owed.id())).invoice().status()).isEqualTo(Invoice.Status.PAID);
        List<String> evidence = as(
                customer,
                database.sql("select way || ' ' || evidence from billing.manual_payment where invoice_id = :id")
                        .bind("id", owed.id().value())
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .as(transactions::transactional));
        assertThat(evidence).containsExactly("transfer Statement 12, line 3");
        assertThatThrownBy(() -> record(owed, today(), "again").block(PATIENCE))
                .hasMessageContaining("billing.not-to-pay");
    }

    @Test
    void money_from_before_the_invoice_or_from_tomorrow_or_without_evidence_is_refused() {
        var owed = owe(NewCustomers.of(Acme.RESELLER, tenants));
        for (var wrong : List.of(
                record(owed, today().minusDays(2), "x"),
                record(owed, today().plusDays(2), "x"),
                record(owed, today(), " "),
                record(owed, today(), "x".repeat(201)))) {
            assertThatThrownBy(() -> wrong.block(PATIENCE)).hasMessageContaining("billing.payment-invalid");
        }
    }

    @Test
    void only_who_sold_says_that_it_was_paid() {
        var customer = NewCustomers.of(Acme.RESELLER, tenants);
        var owed = owe(customer);
        var came = new ManualPayment(today(), ManualPayment.Way.CASH, "x");
        for (var other : List.of(customer, Nimbus.RESELLER, Acme.BAKERY)) {
            assertThatThrownBy(() -> payments.record(customer.tenant(), owed.id(), came)
                            .contextWrite(TenantContext.as(other))
                            .block(PATIENCE))
                    .hasMessageMatching(".*(not-found|forbidden).*");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Mono<Void> record(Invoice owed, LocalDate day, String evidence) {
        return payments.record(owed.customer(), owed.id(), new ManualPayment(day, ManualPayment.Way.TRANSFER, evidence))
                .contextWrite(TenantContext.as(Acme.RESELLER));
    }

    private Invoice owe(Acting customer) {
        var amount = new Money(700, PaymentHouse.USD);
        return as(
                customer,
                Invoiced.write(database, customer, customer.reseller(), amount, clock.instant())
                        .as(transactions::transactional));
    }
}
