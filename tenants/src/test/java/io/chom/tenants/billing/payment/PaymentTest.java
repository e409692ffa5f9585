package io.chom.tenants.billing.payment;

import static io.chom.tenants.billing.payment.PaymentHouse.BACK;
import static io.chom.tenants.billing.payment.PaymentHouse.USD;
import static io.chom.tenants.billing.payment.PaymentHouse.as;
import static io.chom.tenants.billing.payment.PaymentHouse.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.model.PaymentIntent;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.Invoice.Status;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invoices are paid once, whatever happens. The payer is a brand owner, whom the platform bills. */
@TenantsTest
class PaymentTest extends PaymentGround {

    @Autowired
    SubscriptionService subscriptions;

    @Test
    void a_card_that_was_left_pays_what_is_owed_and_what_comes() {
        var owed = house.owe(payer, platform, 2);
        house.work();
        assertThat(house.standing(payer, owed)).containsOnly(Status.OPEN);

        house.leave(payer, Sandbox.VISA);
        house.work();

        assertThat(house.standing(payer, owed)).containsOnly(Status.PAID);
        assertThat(house.standing(payer, owed.getFirst().id()).paidAt()).isEqualTo(house.clock.instant());
        assertThat(owed).allSatisfy(this::isTakenOnce);
        var card = as(payer, house.service.means()).card();
        assertThat(card).extracting(Card::brand, Card::last4).containsExactly("visa", "4242");
        var next = house.owe(payer, platform, 1);
        house.work();
        assertThat(house.standing(payer, next)).containsOnly(Status.PAID);
    }

    @Test
    void a_card_counts_though_nobody_comes_back_from_its_page() {
        var owed = house.owe(payer, platform, 1);
        sandbox.fill(as(payer, house.service.changeCard(BACK)), Sandbox.VISA);

        house.pass(Duration.ofHours(2));
        house.work();
        house.work();

        assertThat(house.standing(payer, owed)).containsOnly(Status.PAID);
    }

    @Test
    void nothing_is_asked_for_what_comes_to_nothing() {
        house.leave(payer, Sandbox.VISA);
        var nothing = house.owe(payer, platform, new Money(0, USD));
        house.work();
        assertThat(house.standing(payer, nothing.id()).status()).isEqualTo(Status.PAID);
        assertThat(sandbox.intents(null)).isEmpty();
    }

    @Test
    void a_card_that_declines_is_tried_as_often_as_is_set_and_another_one_at_once() throws Exception {
        house.leave(payer, Sandbox.VISA);
        house.sql(payer, "update billing.payment_payer set card = '%s'".formatted(sandbox.declining()));
        var owed = house.owe(payer, platform, 1);
        house.work();
        assertThat(house.standing(payer, owed.getFirst().id()))
                .extracting(one -> one.status(), one -> one.reason())
                .containsExactly(Status.FAILED, "generic_decline");
        house.work();
        assertThat(sandbox.intents(null)).hasSize(1);
        for (int day = 1; day <= 10; day++) {
            house.pass(Duration.ofDays(1));
            house.work();
        }
        assertThat(sandbox.intents(null)).hasSize(3);

        house.leave(payer, Sandbox.VISA);
        house.work();

        assertThat(house.standing(payer, owed)).containsOnly(Status.PAID);
        isTakenOnce(owed.getFirst());
    }

    @Test
    void a_bank_that_wants_to_be_asked_is_asked_on_a_page() {
        var owed = house.owe(payer, platform, 1);
        house.leave(payer, Sandbox.CONFIRMS);
        house.work();
        assertThat(house.standing(payer, owed)).containsOnly(Status.UNCONFIRMED);
        house.pass(Duration.ofDays(9));
        house.work();
        assertThat(sandbox.intents(null)).hasSize(1);

        var page = as(payer, house.service.pay(owed.getFirst().id(), BACK));
        var question = sandbox.fill(page, Sandbox.CONFIRMS);
        house.back(payer, sandbox.follow(sandbox.confirm(question)));

        assertThat(house.standing(payer, owed)).containsOnly(Status.PAID);
        isTakenOnce(owed.getFirst());
    }

    @Test
    void two_tabs_have_one_page_and_the_card_on_file_waits_for_it() {
        var owed = house.owe(payer, platform, 1).getFirst();
        var page = as(payer, house.service.pay(owed.id(), BACK));
        assertThat(as(payer, house.service.pay(owed.id(), BACK))).isEqualTo(page);
        house.leave(payer, Sandbox.VISA);
        house.work();
        assertThat(house.standing(payer, owed.id()).status()).isEqualTo(Status.OPEN);

        var back = sandbox.fill(page, Sandbox.VISA);
        assertThatThrownBy(() -> as(payer, house.service.pay(owed.id(), BACK))).hasMessageContaining("invoice-paid");
        house.back(payer, back);
        house.work();

        assertThat(house.standing(payer, owed.id()).status()).isEqualTo(Status.PAID);
        isTakenOnce(owed);
    }

    @Test
    void a_page_that_was_left_is_over_after_its_time_and_the_card_on_file_pays() {
        var owed = house.owe(payer, platform, 1);
        as(payer, house.service.pay(owed.getFirst().id(), BACK));
        house.leave(payer, Sandbox.VISA);

        house.pass(PaymentProvider.PAGE_LIFE.plusSeconds(1));
        house.work();
        house.work();

        assertThat(house.standing(payer, owed)).containsOnly(Status.PAID);
        isTakenOnce(owed.getFirst());
    }

    @Test
    void law_each_invoice_is_charged_once_by_eight_workers_who_do_not_hear_the_answers() {
        house.leave(payer, Sandbox.VISA);
        var owed = house.owe(payer, platform, 12);
        sandbox.outage("lost", 9);
        together(8, house.run.all());
        for (int again = 0; again < 3; again++) {
            house.pass(Duration.ofMinutes(3));
            together(8, house.run.all());
        }
        assertThat(house.standing(payer, owed)).containsOnly(Status.PAID);
        assertThat(owed).allSatisfy(this::isTakenOnce);
    }

    @Test
    void law_after_an_outage_of_six_hours_each_invoice_is_charged_once() {
        house.leave(payer, Sandbox.VISA);
        var owed = house.owe(payer, platform, 10);
        sandbox.outage("down", 1_000_000);
        for (int hour = 0; hour < 6; hour++) {
            house.work();
            house.pass(Duration.ofHours(1));
        }
        assertThat(house.standing(payer, owed)).containsOnly(Status.PAYING);
        assertThatThrownBy(() -> as(payer, house.service.pay(owed.getFirst().id(), BACK)))
                .hasMessageContaining("payments-unreachable");
        sandbox.outage("none", 0);

        house.work();
        house.work();

        assertThat(house.standing(payer, owed)).containsOnly(Status.PAID);
        assertThat(owed).allSatisfy(this::isTakenOnce);
    }

    @Test
    void law_what_was_written_and_perhaps_sent_is_charged_once_even_when_the_provider_has_forgotten_the_question() {
        house.leave(payer, Sandbox.VISA);
        var owed = house.owe(payer, platform, 3);
        // The first process ends after it has written all three and sent one; its answer is never read.
        house.run.begin().block(Duration.ofSeconds(20));
        sandbox.outage("lost", 2);
        house.bean(DuePayments.class)
                .take(1, house.clock.instant(), Duration.ofMinutes(2))
                .flatMap(one -> house.provider.charge(one.charge()).onErrorComplete(ProviderUnreachable.class))
                .blockLast(Duration.ofSeconds(20));
        sandbox.outage("none", 0);
        assertThat(sandbox.intents(null)).hasSize(1);

        house.pass(Duration.ofHours(25));
        house.work();
        house.work();

        assertThat(house.standing(payer, owed)).containsOnly(Status.PAID);
        assertThat(owed).allSatisfy(this::isTakenOnce);
    }

    @Test
    void what_comes_to_something_else_is_looked_into_by_people() {
        house.leave(payer, Sandbox.VISA);
        var owed = house.owe(payer, platform, 2);
        house.work();
        var other = sandbox.taken(null, owed.getLast().number()).getFirst();
        var mine = house.owe(payer, platform, new Money(7_777, USD));
        house.run.begin().block(Duration.ofSeconds(20));
        house.sql(
                payer,
                "update billing.payment set intent = '%s' where invoice_id = '%s'".formatted(other.getId(), mine.id()));

        house.work();

        assertThat(house.standing(payer, mine.id()))
                .extracting(one -> one.status(), one -> one.reason())
                .containsExactly(Status.CHECKING, "different-amount");
    }

    @Test
    void a_brand_owner_is_paid_into_its_own_account_once_it_can_be() throws Exception {
        as(payer, subscriptions.subscribe(new Order("hosting", "enterprise", ZoneOffset.UTC)));
        var customer = NewCustomers.of(payer, tenants);
        assertThat(as(customer, house.service.means()).isPossible()).isFalse();
        assertThatThrownBy(() -> as(customer, house.service.changeCard(BACK))).hasMessageContaining("payments-off");
        assertThat(as(payer, house.accounts.standing())).isEqualTo(AccountService.Standing.NONE);
        var page = as(payer, house.accounts.connect(BACK));
        assertThat(as(payer, house.accounts.standing())).isEqualTo(AccountService.Standing.BEGUN);
        assertThat(as(customer, house.service.means()).isPossible()).isFalse();
        assertThat(sandbox.onboard(page, BACK)).isEqualTo(BACK);
        house.accounts.returned().contextWrite(TenantContext.as(payer)).block(Duration.ofSeconds(20));
        assertThat(as(payer, house.accounts.standing())).isEqualTo(AccountService.Standing.READY);
        var account = sandbox.accounts().getFirst();
        var owed = house.owe(customer, payer.tenant(), 1);

        house.leave(customer, Sandbox.VISA);
        house.work();

        assertThat(house.standing(customer, owed)).containsOnly(Status.PAID);
        assertThat(sandbox.taken(account, owed.getFirst().number())).hasSize(1);
        assertThat(sandbox.intents(null)).isEmpty();
    }

    @Test
    void an_account_is_ready_though_nobody_comes_back_from_its_page() throws Exception {
        int others = sandbox.accounts().size();
        var page = as(payer, house.accounts.connect(BACK));
        as(payer, house.accounts.connect(BACK));
        assertThat(sandbox.accounts()).hasSize(others + 1);
        sandbox.onboard(page, BACK);
        house.work();
        assertThat(as(payer, house.accounts.standing())).isEqualTo(AccountService.Standing.BEGUN);
        house.pass(Duration.ofHours(1));
        house.work();
        assertThat(as(payer, house.accounts.standing())).isEqualTo(AccountService.Standing.READY);
    }

    @Test
    void only_owners_and_administrators_pay_and_only_what_is_theirs() {
        var owed = house.owe(payer, platform, 1).getFirst();
        var member =
                new Acting(payer.tenant(), payer.reseller(), new Actor(Actor.Kind.PERSON, "test|m", Set.of("member")));
        assertThatThrownBy(() -> as(member, house.service.pay(owed.id(), BACK))).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> as(member, house.service.changeCard(BACK))).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> as(Acme.RESELLER, house.service.pay(owed.id(), BACK)))
                .hasMessageContaining("not-found");
        var page = as(payer, house.service.pay(owed.id(), BACK));
        var back = sandbox.fill(page, Sandbox.VISA);
        house.service
                .returned(PaymentHouse.visit(back))
                .contextWrite(TenantContext.as(Acme.RESELLER))
                .block(Duration.ofSeconds(20));
        assertThat(house.standing(payer, owed.id()).status()).isEqualTo(Status.OPEN);
    }

    private void isTakenOnce(Invoice invoice) {
        List<PaymentIntent> taken = sandbox.taken(null, invoice.number());
        assertThat(taken)
                .as(invoice.number())
                .singleElement()
                .extracting(PaymentIntent::getAmountReceived, PaymentIntent::getCurrency)
                .containsExactly(invoice.total().minor(), "usd");
    }
}
