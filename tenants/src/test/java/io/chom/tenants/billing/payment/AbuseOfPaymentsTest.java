package io.chom.tenants.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.billing.credit.CreditNoteId;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.billing.credit.NewCredit;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Attempt;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Payments by hand that nobody made, of an invoice of $7.00 that a customer of Acme owes. */
@TenantsTest
class AbuseOfPaymentsTest {

    @Autowired
    ManualPayments payments;

    @Autowired
    Refunds refunds;

    @Autowired
    CreditService credits;

    @Autowired
    InvoiceService invoices;

    @Autowired
    TenantService tenants;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Clock clock;

    private Acting customer;
    private Invoice owed;

    @BeforeEach
    void owe() {
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        var amount = new Money(700, PaymentHouse.USD);
        owed = PaymentHouse.as(
                customer,
                Invoiced.write(database, customer, customer.reseller(), amount, clock.instant())
                        .as(transactions::transactional));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the customer itself                   | forbidden
            a neighbour of the customer           | forbidden
            another brand’s owner                 | not-found
            another brand’s customer              | forbidden
            a viewer of the brand                 | forbidden
            somebody of the brand who reads bills | forbidden
            """)
    void is_not_written_down_by(String who, String code) {
        assertThat(record(acting(who), owed.id(), 0, "Statement 7")).isEqualTo(code);
        isOpen();
    }

    private Acting acting(String who) {
        return switch (who) {
            case "the customer itself" -> customer;
            case "a neighbour of the customer" -> Acme.BAKERY;
            case "another brand’s owner" -> Nimbus.RESELLER;
            case "another brand’s customer" -> Nimbus.STUDIO;
            case "a viewer of the brand" -> person("viewer");
            case "somebody of the brand who reads bills" -> person("billing:read");
            default -> throw new IllegalArgumentException(who);
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            money that comes the day after tomorrow | 2    | Statement 7
            money that comes in ten years           | 3650 | Statement 7
            money from before the invoice           | -2   | Statement 7
            money without evidence                  | 0    | ''
            money with evidence of spaces           | 0    | '   '
            """)
    void is_no_payment(String what, int days, String evidence) {
        assertThat(record(Acme.RESELLER, owed.id(), days, evidence)).as(what).isEqualTo("billing.payment-invalid");
        isOpen();
    }

    @Test
    void written_down_eight_times_at_once_it_came_once() {
        assertThat(Attempt.together(Acme.RESELLER, 8, n -> payments.record(customer.tenant(), owed.id(), came(0, "7"))))
                .isEqualTo(1);
        assertThat(record(Acme.RESELLER, owed.id(), 0, "Statement 8")).isEqualTo("billing.not-to-pay");
        assertThat(sum("select sum(amount)::bigint from billing.manual_payment"))
                .isEqualTo(700);
    }

    @Test
    void of_one_customer_is_not_written_down_in_the_name_of_another() {
        assertThat(Attempt.of(
                        Acme.RESELLER, () -> payments.record(Acme.BAKERY.tenant(), owed.id(), came(0, "Statement 7"))))
                .isEqualTo("not-found");
        assertThat(record(Acme.RESELLER, InvoiceId.next(), 0, "Statement 7")).isEqualTo("not-found");
        isOpen();
    }

    @Test
    void what_is_credited_is_not_paid_to_be_paid_back() {
        credit(700);
        assertThat(record(Acme.RESELLER, owed.id(), 0, "Statement 7")).isEqualTo("billing.not-to-pay");
        assertThat(back()).isEmpty();
    }

    /** Whichever is first: what came in and what is owed no more are the invoice, or what is too much goes back. */
    @Test
    void paid_and_credited_at_once_nothing_is_had_twice() {
        Attempt.together(
                Acme.RESELLER,
                9,
                n -> n % 3 == 0
                        ? payments.record(customer.tenant(), owed.id(), came(0, "Statement 7"))
                        : credits.credit(customer.tenant(), owed.id(), wanted(300)));
        long received = sum("select coalesce(sum(amount), 0)::bigint from billing.manual_payment");
        long credited = sum("select coalesce(sum(total), 0)::bigint from billing.credit_note");
        long back = back().stream().mapToLong(one -> one.amount().minor()).sum();
        assertThat(credited).isEqualTo(600);
        assertThat(received - back + credited + now().owed().minor()).isEqualTo(700);
    }

    @Test
    void what_goes_back_goes_back_once_and_not_by_the_word_of_who_gets_it() {
        assertThat(record(Acme.RESELLER, owed.id(), 0, "Statement 7")).isEqualTo(Attempt.DONE);
        credit(700);
        var refund = back().getFirst();
        for (var other : List.of(customer, Nimbus.RESELLER, Acme.BAKERY)) {
            assertThat(Attempt.of(other, () -> refunds.paidBack(customer.tenant(), refund.id(), "x")))
                    .isIn("forbidden", "not-found");
        }
        assertThat(Attempt.together(
                        Acme.RESELLER, 8, n -> refunds.paidBack(customer.tenant(), refund.id(), "Statement 8")))
                .isEqualTo(1);
        assertThat(back())
                .singleElement()
                .satisfies(one -> assertThat(one.amount().minor()).isEqualTo(700));
    }

    private String record(Acting who, InvoiceId invoice, int days, String evidence) {
        return Attempt.of(who, () -> payments.record(customer.tenant(), invoice, came(days, evidence)));
    }

    private ManualPayment came(int days, String evidence) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
        return new ManualPayment(day, ManualPayment.Way.TRANSFER, evidence);
    }

    private void credit(long cents) {
        PaymentHouse.as(Acme.RESELLER, credits.credit(customer.tenant(), owed.id(), wanted(cents)));
    }

    private static NewCredit wanted(long cents) {
        return new NewCredit(
                CreditNoteId.next(), List.of(new Part(1, new Money(cents, PaymentHouse.USD))), "Charged too much");
    }

    private void isOpen() {
        assertThat(now())
                .extracting(Invoice::status, one -> one.owed().minor())
                .containsExactly(Invoice.Status.OPEN, 700L);
    }

    private Invoice now() {
        return PaymentHouse.as(customer, invoices.find(owed.id())).invoice();
    }

    private List<Refund> back() {
        return PaymentHouse.as(customer, refunds.of(List.of(owed.id()))).getOrDefault(owed.id(), List.of());
    }

    /** A number out of the books of the customer. */
    private long sum(String query) {
        return As.all(
                        transactions,
                        customer,
                        database.sql(query + " where tenant_id = :tenant")
                                .bind("tenant", customer.tenant().value())
                                .mapValue(Long.class)
                                .all())
                .getFirst();
    }

    private static Acting person(String role) {
        return new Acting(Acme.ID, Acme.ID, new Actor(Actor.Kind.PERSON, "test|p", Set.of(role)));
    }
}
