package io.chom.tenants.billing.payment;

import static io.chom.tenants.billing.payment.PaymentHouse.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditNoteId;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.billing.credit.IssuedInvoice;
import io.chom.tenants.billing.credit.NewCredit;
import io.chom.tenants.billing.dunning.DunningService;
import io.chom.tenants.billing.dunning.LadderService;
import io.chom.tenants.billing.dunning.Unpaid;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What the platform billed brand owners is its operator's to see and to settle, and what brand owners billed is not. */
@TenantsTest
class PlatformReceivablesTest {

    @Autowired
    ManualPayments payments;

    @Autowired
    InvoiceService invoices;

    @Autowired
    DunningService dunning;

    @Autowired
    LadderService ladders;

    @Autowired
    CreditService credits;

    @Autowired
    TenantService tenants;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Clock clock;

    private Acting operator;

    @BeforeEach
    void found() {
        operator = operatorAt(PlatformTenant.of(tenants).id());
    }

    @Test
    void the_operator_sees_what_the_platform_billed_and_nothing_that_a_brand_owner_did() {
        var owed = owe(Acme.RESELLER, operator.tenant());
        var foreign = owe(NewCustomers.of(Acme.RESELLER, tenants), Acme.ID);
        assertThat(as(operator, invoices.owed()))
                .extracting(Invoice::id)
                .contains(owed.id())
                .doesNotContain(foreign.id());
        assertThat(as(operator, invoices.owed())).extracting(Invoice::issuer).containsOnly(operator.tenant());
        assertThat(as(operator, invoices.issued()))
                .extracting(ItemisedInvoice::invoice)
                .extracting(Invoice::issuer)
                .containsOnly(operator.tenant());
        assertThat(as(operator, invoices.owedBy(Acme.ID, owed.id())).total()).isEqualTo(owed.total());
        assertThatThrownBy(() -> as(operator, invoices.owedBy(foreign.customer(), foreign.id())))
                .hasMessageContaining("not-found");
    }

    @Test
    void a_brand_owner_sees_through_them_neither_what_it_was_billed_nor_what_another_was() {
        var own = owe(Acme.RESELLER, operator.tenant());
        for (var brandOwner : List.of(Acme.RESELLER, Nimbus.RESELLER)) {
            assertThat(as(brandOwner, invoices.owed())).extracting(Invoice::id).doesNotContain(own.id());
            assertThat(as(brandOwner, invoices.issued()))
                    .extracting(one -> one.invoice().id())
                    .doesNotContain(own.id());
            assertThatThrownBy(() -> as(brandOwner, invoices.owedBy(Acme.ID, own.id())))
                    .hasMessageContaining("not-found");
            assertThatThrownBy(() -> as(brandOwner, payments.record(Acme.ID, own.id(), transfer("Statement 1"))))
                    .hasMessageContaining("not-found");
        }
    }

    @Test
    void who_is_no_operator_of_the_platform_is_refused() {
        var viewer = new Acting(operator.tenant(), operator.tenant(), person("viewer"));
        for (var other : List.of(viewer, operatorAt(Nimbus.ID), Acme.BAKERY)) {
            for (var asked : List.<Mono<?>>of(
                    invoices.owed(),
                    invoices.issued(),
                    dunning.unpaid(),
                    credits.issued(),
                    ladders.of(LadderService.ALL))) {
                assertThatThrownBy(() -> as(other, asked)).hasMessageContaining("forbidden");
            }
        }
    }

    @Test
    void what_was_done_about_an_invoice_and_what_was_given_back_is_seen_with_it() {
        var owed = owe(Acme.RESELLER, operator.tenant());
        var friday = today().plusDays(5);
        as(operator, dunning.hold(Acme.ID, owed.id(), friday).thenReturn(true));
        Unpaid seen = as(operator, dunning.unpaid()).stream()
                .filter(one -> one.invoice().id().equals(owed.id()))
                .findFirst()
                .orElseThrow();
        assertThat(seen.course().heldUntil()).isEqualTo(friday);
        assertThat(seen.customer())
                .isEqualTo(as(Acme.RESELLER, tenants.current()).name());
        var part = new NewCredit(
                CreditNoteId.next(),
                List.of(new CreditNote.Part(1, new Money(200, PaymentHouse.USD))),
                "Agreed by phone");
        as(operator, credits.credit(Acme.ID, owed.id(), part));
        IssuedInvoice billed = as(operator, credits.issued()).stream()
                .filter(one -> one.itemised().invoice().id().equals(owed.id()))
                .findFirst()
                .orElseThrow();
        assertThat(billed.notes()).hasSize(1);
    }

    @Test
    void a_transfer_of_a_brand_owner_settles_what_it_owed_once() {
        var owed = owe(Acme.RESELLER, operator.tenant());
        as(
                operator,
                payments.record(Acme.ID, owed.id(), transfer("Statement 7, line 2"))
                        .thenReturn(true));
        assertThat(as(Acme.RESELLER, invoices.find(owed.id())).invoice().status())
                .isEqualTo(Invoice.Status.PAID);
        List<Long> written = as(
                Acme.RESELLER,
                database.sql("select amount from billing.manual_payment where invoice_id = :id")
                        .bind("id", owed.id().value())
                        .mapValue(Long.class)
                        .all()
                        .collectList()
                        .as(transactions::transactional));
        assertThat(written).containsExactly(700L);
        assertThatThrownBy(() -> as(operator, payments.record(Acme.ID, owed.id(), transfer("again"))))
                .hasMessageContaining("billing.not-to-pay");
        assertThat(as(operator, invoices.owed())).extracting(Invoice::id).doesNotContain(owed.id());
    }

    private Invoice owe(Acting payer, TenantId issuer) {
        return as(
                payer,
                Invoiced.write(database, payer, issuer, new Money(700, PaymentHouse.USD), clock.instant())
                        .as(transactions::transactional));
    }

    private ManualPayment transfer(String evidence) {
        return new ManualPayment(today(), ManualPayment.Way.TRANSFER, evidence);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Acting operatorAt(TenantId tenant) {
        return new Acting(tenant, tenant, person("operator"));
    }

    private static Actor person(String right) {
        return new Actor(Actor.Kind.PERSON, "test|" + right, Set.of(right));
    }
}
