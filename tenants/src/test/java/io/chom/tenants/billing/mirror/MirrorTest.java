package io.chom.tenants.billing.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import io.chom.tenants.billing.CustomerGround;
import io.chom.tenants.billing.PlanChanges;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.payment.ProviderUnreachable;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.TenantsTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** What is sold stands at Stripe, and Stripe never takes money for it. */
@TenantsTest
class MirrorTest extends CustomerGround {

    @TempDir
    Path data;

    private Sandbox sandbox;
    private Mirror mirror;
    private PlanChanges changes;
    private SyncedPayer payer;

    @BeforeEach
    void open() throws Exception {
        sandbox = new Sandbox(data);
        changes = bean(PlanChanges.class);
        mirror = new Mirror(
                subscriptions, changes, bean(MirrorBook.class), sandbox.subscriptions(clock), transactions, clock);
        var name = sandbox.stripe()
                .customers()
                .create(CustomerCreateParams.builder().build())
                .getId();
        payer = new SyncedPayer(customer.tenant(), customer.reseller(), customer.reseller(), null, name);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_plan_stands_there_with_its_price_and_is_owed_when_it_is_owed_here() throws Exception {
        subscribe("hosting", "pro", ZoneOffset.UTC, Duration.ofDays(10));

        tell();

        var there = only();
        assertThat(price(there)).isEqualTo("7900 usd month hosting_pro");
        assertThat(Instant.ofEpochSecond(there.getBillingCycleAnchor())).isEqualTo(renews());
        assertThat(there.getPauseCollection().getBehavior()).isEqualTo("void");
    }

    @Test
    void stripe_never_takes_money_or_asks_for_any() throws Exception {
        subscribe("hosting", "pro", ZoneOffset.UTC, Duration.ofDays(10));
        tell();

        for (int month = 0; month < 3; month++) {
            sandbox.advance(Duration.ofDays(31));
        }

        assertThat(invoices()).hasSizeGreaterThan(2).allSatisfy(one -> {
            assertThat(one.getAmountPaid()).isZero();
            assertThat(one.getTotal() == 0 || one.getStatus().equals("void")).isTrue();
        });
        assertThat(sandbox.intents(null)).allSatisfy(one -> {
            assertThat(one.getAmountReceived()).isZero();
            assertThat(one.getStatus()).isEqualTo("canceled");
        });
    }

    @Test
    void it_learns_of_another_plan_a_year_and_an_end_and_of_an_end_that_is_taken_back() throws Exception {
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(10));
        tell();

        move("pro", Term.MONTH);
        tell();
        assertThat(price(only())).isEqualTo("7900 usd month hosting_pro");

        does(customer, changes.end("Enough"));
        tell();
        assertThat(Instant.ofEpochSecond(only().getCancelAt())).isEqualTo(renews());

        does(customer, changes.goOn());
        tell();
        assertThat(only().getCancelAt()).isNull();

        move("pro", Term.YEAR);
        tell();
        assertThat(price(only())).isEqualTo("79000 usd year hosting_pro");
    }

    @Test
    void a_trial_lasts_there_as_long_as_here() throws Exception {
        as(customer, subscriptions.subscribe(new SubscriptionService.Order("assistant", "starter", ZoneOffset.UTC)));

        tell();

        assertThat(only().getStatus()).isEqualTo("trialing");
        assertThat(Instant.ofEpochSecond(only().getTrialEnd()))
                .isEqualTo(Objects.requireNonNull(as(customer, subscriptions.bought())
                                .subscription()
                                .trialUntil())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
    }

    @Test
    void nothing_is_told_twice() throws Exception {
        subscribe("hosting", "pro", ZoneOffset.UTC, Duration.ofDays(10));
        tell();
        var before = only();

        Flux.range(0, 5).flatMap(n -> mirror.tell(payer), 5).then().block(Duration.ofSeconds(30));

        assertThat(only()).isEqualTo(before);
    }

    @Test
    void however_answers_are_lost_it_stands_there_once() throws Exception {
        subscribe("hosting", "pro", ZoneOffset.UTC, Duration.ofDays(10));
        for (int lost = 1; lost < 6; lost++) {
            sandbox.outage("lost", lost);
            mirror.tell(payer).onErrorComplete(ProviderUnreachable.class).block(Duration.ofSeconds(30));
        }
        sandbox.outage("none", 0);
        tell();

        assertThat(price(only())).isEqualTo("7900 usd month hosting_pro");
        assertThat(only().getPauseCollection()).isNotNull();
    }

    @Test
    void who_cancels_there_at_once_ends_with_what_is_paid_here() throws Exception {
        subscribe("hosting", "pro", ZoneOffset.UTC, Duration.ofDays(10));
        tell();

        sandbox.stripe().subscriptions().cancel(only().getId());
        tell();
        tell();

        var running = as(customer, subscriptions.bought()).subscription();
        assertThat(running.endsOn()).isNotNull();
        assertThat(all()).hasSize(1);
    }

    @Test
    void who_cancels_there_for_the_end_of_the_period_ends_here_then() throws Exception {
        subscribe("hosting", "pro", ZoneOffset.UTC, Duration.ofDays(10));
        tell();

        sandbox.stripe()
                .subscriptions()
                .update(
                        only().getId(),
                        SubscriptionUpdateParams.builder()
                                .setCancelAtPeriodEnd(true)
                                .build());
        tell();

        assertThat(as(customer, subscriptions.bought()).subscription().endsOn()).isNotNull();
    }

    @Test
    void who_thinks_better_of_it_after_it_has_ended_there_stands_there_anew() throws Exception {
        subscribe("hosting", "pro", ZoneOffset.UTC, Duration.ofDays(10));
        tell();
        sandbox.stripe().subscriptions().cancel(only().getId());
        tell();

        does(customer, changes.goOn());
        tell();
        tell();

        assertThat(all()).hasSize(2);
        assertThat(running()).hasSize(1);
        assertThat(as(customer, subscriptions.bought()).subscription().endsOn()).isNull();
    }

    @Test
    void a_pause_and_a_discount_are_told_and_that_they_are_over() throws Exception {
        subscribe("hosting", "pro", ZoneOffset.UTC, Duration.ofDays(40));
        tell();
        assertThat(only().getMetadata()).containsEntry("state", "running");
        sql("""
                insert into billing.pause (id, tenant_id, reseller_id, subscription_id, begins_on, ends_on, asked_by, asked_at)
                select gen_random_uuid(), tenant_id, reseller_id, id, current_date - 3, current_date + 40, 'a test', now()
                  from billing.subscription
                """);
        sql("""
                insert into billing.discount (id, tenant_id, reseller_id, subscription_id, percent, reason, asked_by, asked_at,
                       state, begins_on, month_percent, year_percent)
                select gen_random_uuid(), tenant_id, reseller_id, id, 12.5, 'a test', 'a test', now(), 'active',
                       current_date - 40, 12.5, 12.5
                  from billing.subscription
                """);

        tell();
        assertThat(only().getMetadata()).containsEntry("state", "paused");
        var discount = sandbox.stripe().coupons().retrieve("off_12_5");
        assertThat(discount.getPercentOff()).isEqualByComparingTo("12.5");
        assertThat(only().getDiscounts()).hasSize(1);

        sql("update billing.pause set resumed_on = current_date - 1");
        sql("update billing.discount set state = 'ended', ends_on = current_date - 40");
        tell();
        assertThat(only().getMetadata()).containsEntry("state", "running");
        assertThat(only().getDiscounts()).isEmpty();
    }

    @Test
    void whoever_has_moved_to_another_brand_stands_in_the_account_of_the_old_one_no_more() throws Exception {
        subscribe("hosting", "pro", ZoneOffset.UTC, Duration.ofDays(10));
        tell();
        var elsewhere = new SyncedPayer(
                payer.tenant(), payer.reseller(), new TenantId(UUID.randomUUID()), null, payer.customer());

        mirror.tell(elsewhere).block(Duration.ofSeconds(30));
        mirror.tell(elsewhere).block(Duration.ofSeconds(30));

        assertThat(all()).singleElement().matches(one -> one.getEndedAt() != null);
        assertThat(as(customer, subscriptions.bought()).subscription().endsOn()).isNull();
    }

    @Test
    void nobody_ends_because_stripe_knows_nothing_of_it() throws Exception {
        subscribe("hosting", "pro", ZoneOffset.UTC, Duration.ofDays(10));
        tell();
        sql("update billing.mirrored_subscription set name = 'sub_gone'");

        tell();
        tell();

        assertThat(as(customer, subscriptions.bought()).subscription().endsOn()).isNull();
        assertThat(all()).hasSize(2);
    }

    private void sql(String statement) {
        does(customer, database.sql(statement).then().as(transactions::transactional));
    }

    private void move(String plan, Term term) {
        does(customer, as(customer, changes.quote(plan, term).map(changes::change)));
    }

    private Instant renews() {
        var bought = as(customer, subscriptions.bought());
        return bought.renewsOn(clock.instant())
                .atStartOfDay(bought.subscription().zone())
                .toInstant();
    }

    private void tell() {
        mirror.tell(payer).block(Duration.ofSeconds(30));
    }

    private Subscription only() throws StripeException {
        return running().getFirst();
    }

    private List<Subscription> running() throws StripeException {
        var running = all().stream().filter(one -> one.getEndedAt() == null).toList();
        assertThat(running).hasSize(1);
        return running;
    }

    private List<Subscription> all() throws StripeException {
        return sandbox.stripe()
                .subscriptions()
                .list(SubscriptionListParams.builder()
                        .setCustomer(payer.customer())
                        .setStatus(SubscriptionListParams.Status.ALL)
                        .build())
                .getData();
    }

    private List<Invoice> invoices() throws StripeException {
        return sandbox.stripe()
                .invoices()
                .list(InvoiceListParams.builder().setCustomer(payer.customer()).build())
                .getData();
    }

    private static String price(Subscription one) {
        var price = one.getItems().getData().getFirst().getPrice();
        return "%d %s %s %s"
                .formatted(
                        price.getUnitAmount(),
                        price.getCurrency(),
                        price.getRecurring().getInterval(),
                        price.getProduct());
    }
}
