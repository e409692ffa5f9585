package io.chom.tenants.billing.payment;

import static io.chom.tenants.billing.payment.PaymentHouse.BACK;
import static io.chom.tenants.billing.payment.PaymentHouse.USD;
import static io.chom.tenants.billing.payment.PaymentHouse.as;
import static io.chom.tenants.billing.payment.PaymentHouse.together;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.Webhook;
import com.stripe.param.RefundCreateParams;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.Invoice.Status;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.billing.payment.Refund.State;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was paid and is credited goes back once, whatever happens. The payer is a brand owner, whom the platform bills. */
@TenantsTest
class RefundingTest extends PaymentGround {

    private static final String REFUND_FAILS = "4000000000005126";
    private static final String REFUND_WAITS = "4000000000007726";

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    Refunds refunds;

    @Test
    void what_was_paid_by_card_goes_back_to_it_and_what_is_left_stays_paid() {
        var owed = paid(Sandbox.VISA, 2_900);
        credit(owed, 1_200);
        assertThat(states(owed)).containsExactly(State.REQUESTED);

        house.work();

        assertThat(states(owed)).containsExactly(State.SUCCEEDED);
        assertThat(given(null, owed)).containsExactly(1_200L);
        assertThat(house.standing(payer, owed.id()))
                .extracting(one -> one.status(), one -> one.owed().minor())
                .containsExactly(Status.PAID, 0L);

        credit(owed, 1_700);
        house.work();
        assertThat(given(null, owed)).containsExactlyInAnyOrder(1_200L, 1_700L);
        assertThat(house.standing(payer, owed.id()).status()).isEqualTo(Status.CREDITED);
        assertThatThrownBy(() -> credit(owed, 1)).hasMessageContaining("credit.nothing-left");
    }

    @Test
    void only_what_is_left_is_taken_from_the_card() {
        var owed = owe(2_900);
        credit(owed, 900);
        house.leave(payer, Sandbox.VISA);
        house.work();
        assertThat(sandbox.taken(null, owed.number()))
                .extracting(one -> one.getAmountReceived())
                .containsExactly(2_000L);
        assertThat(house.standing(payer, owed.id()).status()).isEqualTo(Status.PAID);

        var nothing = owe(500);
        credit(nothing, 500);
        house.work();
        assertThat(sandbox.taken(null, nothing.number())).isEmpty();
        assertThat(house.standing(payer, nothing.id()).status()).isEqualTo(Status.CREDITED);
    }

    @Test
    void what_was_credited_while_the_card_was_charged_goes_back() {
        house.leave(payer, Sandbox.VISA);
        var owed = owe(2_900);
        var gone = owe(700);
        house.run.begin().block(Duration.ofSeconds(20));
        credit(owed, 400);
        credit(gone, 700);
        assertThat(house.standing(payer, List.of(owed, gone))).containsOnly(Status.PAYING);

        house.work();

        assertThat(house.standing(payer, List.of(owed, gone))).containsExactly(Status.PAID, Status.CREDITED);
        assertThat(given(null, owed)).containsExactly(400L);
        assertThat(given(null, gone)).containsExactly(700L);
    }

    @Test
    void what_was_credited_in_full_while_the_card_declined_is_settled() throws Exception {
        house.leave(payer, Sandbox.VISA);
        house.sql(payer, "update billing.payment_payer set card = '%s'".formatted(sandbox.declining()));
        var owed = owe(700);
        house.run.begin().block(Duration.ofSeconds(20));
        credit(owed, 700);
        house.work();
        assertThat(house.standing(payer, owed.id()).status()).isEqualTo(Status.CREDITED);
        assertThat(states(owed)).isEmpty();
    }

    @Test
    void a_page_on_which_too_much_would_be_paid_is_closed_and_the_next_one_asks_for_what_is_left() {
        var owed = owe(2_900);
        var old = as(payer, house.service.pay(owed.id(), BACK));
        credit(owed, 900);
        house.work();

        var page = as(payer, house.service.pay(owed.id(), BACK));

        assertThat(page).isNotEqualTo(old);
        house.back(payer, sandbox.fill(page, Sandbox.VISA));
        assertThat(sandbox.taken(null, owed.number()))
                .extracting(one -> one.getAmountReceived())
                .containsExactly(2_000L);
        assertThat(house.standing(payer, owed.id()).status()).isEqualTo(Status.PAID);
    }

    @Test
    void what_was_paid_on_a_page_just_before_it_is_closed_goes_back() {
        var owed = owe(2_900);
        var page = as(payer, house.service.pay(owed.id(), BACK));
        var back = sandbox.fill(page, Sandbox.VISA);
        credit(owed, 2_900);
        assertThat(house.standing(payer, owed.id()).status()).isEqualTo(Status.CREDITED);
        house.back(payer, back);
        house.work();
        assertThat(given(null, owed)).containsExactly(2_900L);
        assertThat(house.standing(payer, owed.id()).status()).isEqualTo(Status.CREDITED);
    }

    @Test
    void law_it_goes_back_once_by_eight_workers_who_do_not_hear_the_answers() {
        var owed = paid(Sandbox.VISA, 2_900);
        for (int note = 0; note < 5; note++) {
            credit(owed, 100);
        }
        sandbox.outage("lost", 4);
        together(8, house.run.all());
        for (int again = 0; again < 3; again++) {
            house.pass(Duration.ofMinutes(3));
            together(8, house.run.all());
        }
        assertThat(states(owed)).hasSize(5).containsOnly(State.SUCCEEDED);
        assertThat(given(null, owed)).hasSize(5).containsOnly(100L);
    }

    @Test
    void law_after_an_outage_it_goes_back_once() {
        var owed = paid(Sandbox.VISA, 2_900);
        credit(owed, 1_200);
        sandbox.outage("down", 1_000_000);
        for (int hour = 0; hour < 6; hour++) {
            house.work();
            house.pass(Duration.ofHours(1));
        }
        assertThat(states(owed)).containsExactly(State.REQUESTED);
        sandbox.outage("none", 0);
        house.work();
        assertThat(states(owed)).containsExactly(State.SUCCEEDED);
        assertThat(given(null, owed)).containsExactly(1_200L);
    }

    @Test
    void law_what_was_perhaps_sent_goes_back_once_even_when_the_provider_has_forgotten_the_question() {
        var owed = paid(Sandbox.VISA, 2_900);
        credit(owed, 1_200);
        // The first process ends after it has sent it; its answer is never read.
        house.bean(DueRefunds.class)
                .take(8, house.clock.instant(), Duration.ofMinutes(2))
                .flatMap(house.provider::giveBack)
                .blockLast(Duration.ofSeconds(20));
        credit(owed, 300);

        house.pass(Duration.ofHours(25));
        house.work();

        assertThat(states(owed)).containsOnly(State.SUCCEEDED).hasSize(2);
        assertThat(given(null, owed)).containsExactlyInAnyOrder(1_200L, 300L);
    }

    @Test
    void what_comes_back_days_later_is_to_be_paid_back_by_hand() {
        var owed = paid(REFUND_FAILS, 2_900);
        credit(owed, 1_200);
        house.work();
        assertThat(states(owed)).containsExactly(State.SUCCEEDED);
        house.pass(Duration.ofDays(8));
        house.work();
        assertThat(refunds(owed).getFirst())
                .extracting(Refund::state, Refund::reason, Refund::isByHand)
                .containsExactly(State.FAILED, "expired_or_canceled_card", true);
        assertThat(house.standing(payer, owed.id()))
                .extracting(one -> one.status(), one -> one.owed().minor())
                .containsExactly(Status.PAID, 0L);
    }

    @Test
    void the_provider_tells_of_it_in_any_order_and_more_than_once() throws Exception {
        var owed = paid(REFUND_FAILS, 2_900);
        credit(owed, 1_200);
        house.work();
        house.pass(Duration.ofHours(2));
        var refund = sandbox.stripe().refunds().list().getData().getFirst();
        for (var event : List.of("refund.failed", "refund.updated", "refund.failed", "refund.created")) {
            told(event, refund.getId());
            house.work();
            assertThat(states(owed)).containsExactly(State.FAILED);
        }
    }

    private void told(String type, String refund) throws Exception {
        var body = """
                {"id": "evt_%s", "type": "%s", "livemode": false, "data": {"object": {"id": "%s", "object": "refund"}}}
                """.formatted(Long.toString(System.nanoTime(), 36), type, refund);
        var signature = Webhook.Signature.generateSignatureHeader(
                body, Sandbox.SIGNED_WITH, house.clock.instant().getEpochSecond());
        house.news.hear(body.getBytes(UTF_8), signature).block(Duration.ofSeconds(20));
    }

    @Test
    void what_takes_some_time_is_asked_after() {
        var owed = paid(REFUND_WAITS, 2_900);
        credit(owed, 1_200);
        house.work();
        assertThat(states(owed)).containsExactly(State.PENDING);
        house.pass(Duration.ofHours(2));
        house.work();
        assertThat(states(owed)).containsExactly(State.SUCCEEDED);
    }

    @Test
    void what_the_provider_does_not_have_any_more_is_to_be_paid_back_by_hand() throws Exception {
        var owed = paid(Sandbox.VISA, 2_900);
        var intent = sandbox.taken(null, owed.number()).getFirst().getId();
        sandbox.stripe()
                .refunds()
                .create(RefundCreateParams.builder().setPaymentIntent(intent).build());
        credit(owed, 1_200);
        house.work();
        assertThat(refunds(owed).getFirst())
                .extracting(Refund::state, Refund::reason)
                .containsExactly(State.FAILED, "charge_already_refunded");
    }

    @Test
    void a_brand_owner_gives_back_from_its_own_account() throws Exception {
        as(payer, subscriptions.subscribe(new Order("hosting", "enterprise", ZoneOffset.UTC)));
        var customer = NewCustomers.of(payer, tenants);
        sandbox.onboard(as(payer, house.accounts.connect(BACK)), BACK);
        house.accounts.returned().contextWrite(TenantContext.as(payer)).block(Duration.ofSeconds(20));
        var owed = house.owe(customer, payer.tenant(), new Money(2_900, USD));
        house.leave(customer, Sandbox.VISA);
        house.work();
        as(payer, credits.credit(customer.tenant(), owed.id(), wanted(1_200)));
        passed();
        house.work();
        assertThat(given(sandbox.accounts().getFirst(), owed)).containsExactly(1_200L);
        assertThat(as(customer, refunds.of(List.of(owed.id()))).get(owed.id()))
                .extracting(Refund::state)
                .containsExactly(State.SUCCEEDED);
    }

    private Invoice owe(long cents) {
        return house.owe(payer, platform, new Money(cents, USD));
    }

    private Invoice paid(String card, long cents) {
        var owed = owe(cents);
        house.leave(payer, card);
        house.work();
        assertThat(house.standing(payer, owed.id()).status()).isEqualTo(Status.PAID);
        return owed;
    }

    private List<Refund> refunds(Invoice invoice) {
        return as(payer, refunds.of(List.of(invoice.id()))).getOrDefault(invoice.id(), List.of());
    }

    private List<State> states(Invoice invoice) {
        return refunds(invoice).stream().map(Refund::state).toList();
    }
}
