package io.chom.tenants.billing.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditNoteId;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.billing.credit.NewCredit;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.Tenant.Reason;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Step by step, and back. */
@TenantsTest
class DunningTest extends DunningGround {

    @Test
    void it_goes_step_by_step_until_the_use_stops_and_on_payment_everything_is_back() {
        work();
        assertThat(mails()).isEmpty();
        for (int day = -3; day <= 13; day++) {
            on(day);
        }
        assertThat(mails())
                .containsExactly("invoice-soon-due", "invoice-due", "invoice-overdue", "invoice-final-warning");
        assertThat(status()).isEqualTo(Tenant.Status.ACTIVE);

        on(14);
        assertThat(status()).isEqualTo(Tenant.Status.SUSPENDED);
        assertThat(mails()).endsWith("access-suspended");
        on(43);
        assertThat(mails()).hasSize(5);

        paid(owed);
        work();
        assertThat(status()).isEqualTo(Tenant.Status.ACTIVE);
        assertThat(mails()).endsWith("access-suspended", "access-restored");
        on(100);
        assertThat(mails()).hasSize(6);
    }

    @Test
    void the_end_of_the_retention_is_told_and_deletes_nothing() {
        work();
        for (int day = 0; day <= 60; day++) {
            on(day);
        }
        assertThat(mails()).endsWith("access-suspended", "retention-ended");
        assertThat(status()).isEqualTo(Tenant.Status.SUSPENDED);
    }

    @Test
    void who_pays_in_time_hears_nothing_more() {
        on(0);
        paid(owed);
        on(30);
        assertThat(mails()).containsExactly("invoice-due");
        assertThat(status()).isEqualTo(Tenant.Status.ACTIVE);
    }

    @Test
    void what_is_credited_is_not_dunned_for_and_who_was_stopped_for_it_is_back() {
        on(7);
        on(14);
        assertThat(status()).isEqualTo(Tenant.Status.SUSPENDED);
        credit(900);
        work();
        assertThat(status()).isEqualTo(Tenant.Status.SUSPENDED);
        assertThat(looked().owed().minor()).isEqualTo(2_000);
        credit(2_000);
        work();
        assertThat(status()).isEqualTo(Tenant.Status.ACTIVE);
        on(100);
        assertThat(mails())
                .filteredOn(kind -> !kind.equals("credit-note-issued"))
                .containsExactly("invoice-final-warning", "access-suspended", "access-restored");
    }

    private void credit(long cents) {
        var part = new CreditNote.Part(1, new Money(cents, owed.total().currency()));
        as(
                Acme.RESELLER,
                context.getBean(CreditService.class)
                        .credit(
                                owed.customer(),
                                owed.id(),
                                new NewCredit(CreditNoteId.next(), List.of(part), "Charged too much")));
    }

    /** What the next look would find. */
    private Overdue looked() {
        return new OverdueInvoices(platform, PROPERTIES)
                .take(100, clock.instant().plus(Duration.ofDays(60)), Duration.ZERO)
                .filter(one -> one.invoice().equals(owed.id()))
                .blockFirst(PATIENCE);
    }

    @Test
    void eight_at_once_take_each_step_once() {
        clock.set(owed.dueOn().plusDays(7).atTime(9, 0).toInstant(ZoneOffset.UTC));
        Flux.range(0, 8).flatMap(n -> run().all(), 8).then().block(PATIENCE);
        assertThat(mails()).containsExactly("invoice-final-warning");
    }

    @Test
    void a_payment_under_way_is_waited_for() {
        settle(owed, "paying");
        on(20);
        assertThat(mails()).isEmpty();
        settle(owed, "failed");
        clock.move(Duration.ofHours(2));
        work();
        assertThat(mails()).containsExactly("invoice-final-warning");
    }

    @Test
    void who_paid_one_of_two_stays_stopped_and_who_is_stopped_by_a_decision_too() {
        var other = owe();
        on(7);
        on(14);
        assertThat(status()).isEqualTo(Tenant.Status.SUSPENDED);
        paid(owed);
        work();
        assertThat(status()).isEqualTo(Tenant.Status.SUSPENDED);

        as(Acme.RESELLER, tenants.suspend(customer.tenant(), Reason.DECISION));
        paid(other);
        work();
        assertThat(status()).isEqualTo(Tenant.Status.SUSPENDED);
        assertThat(mails()).doesNotContain("access-restored");
        assertThat(as(Acme.RESELLER, tenants.resume(customer.tenant(), Reason.DECISION))
                        .status())
                .isEqualTo(Tenant.Status.ACTIVE);
    }

    /** A stop that comes late, after the payment, lasts until the next round; eight of them tell it once. */
    @Test
    void who_is_stopped_for_nothing_is_back_and_told_once() {
        context.getBean(Stopping.class).stop(customer.tenant()).block(PATIENCE);
        Flux.range(0, 8).flatMap(n -> run().all(), 8).then().block(PATIENCE);
        assertThat(status()).isEqualTo(Tenant.Status.ACTIVE);
        assertThat(mails()).containsExactly("access-restored");
    }

    /** Between the step and the stop a process may die. */
    @Test
    void who_is_not_stopped_for_an_open_invoice_is_with_the_next_round() {
        on(7);
        on(14);
        as(Acme.RESELLER, tenants.resume(customer.tenant(), Reason.PAYMENT));
        work();
        assertThat(status()).isEqualTo(Tenant.Status.SUSPENDED);
    }
}
