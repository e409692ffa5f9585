package io.chom.tenants.billing.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;
import com.stripe.param.SubscriptionCancelParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.PauseCollection;
import com.stripe.param.common.EmptyParam;
import io.chom.tenants.billing.mirror.MirrorProvider;
import io.chom.tenants.billing.mirror.Sold;
import io.chom.tenants.catalog.Term;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Subscriptions at Stripe that show what was sold. Their invoices are asked for by mail, which nothing takes money for by
 * itself, and voided as soon as they are due: the ones with usage and tax are written here.
 *
 * @see <a href="https://docs.stripe.com/billing/subscriptions/pause-payment">Stripe on pausing collection</a>
 */
final class StripeSubscriptions implements MirrorProvider {

    private static final String KEY = "key";
    private static final long DAYS_UNTIL_DUE = 30;

    private final StripeCalls calls;
    private final StripeGoods goods;
    private final Clock clock;

    StripeSubscriptions(StripeCalls calls, Clock clock) {
        this.calls = calls;
        this.goods = new StripeGoods(calls);
        this.clock = clock;
    }

    @Override
    public Mono<String> begin(Holder holder, Sold sold, String key) {
        return goods.product(holder.account(), sold)
                .flatMap(product -> calls.change(
                        holder.account(),
                        "subscription-" + key,
                        (stripe, options) -> stripe.subscriptions()
                                .create(creation(holder, sold, product, key), options)
                                .getId(),
                        StripeSubscriptions::refused));
    }

    private SubscriptionCreateParams creation(Holder holder, Sold sold, String product, String key) {
        var params = SubscriptionCreateParams.builder()
                .setCustomer(holder.customer())
                .setCollectionMethod(SubscriptionCreateParams.CollectionMethod.SEND_INVOICE)
                .setDaysUntilDue(DAYS_UNTIL_DUE)
                .setProrationBehavior(SubscriptionCreateParams.ProrationBehavior.NONE)
                .putMetadata(KEY, key)
                .addItem(SubscriptionCreateParams.Item.builder()
                        .setPriceData(SubscriptionCreateParams.Item.PriceData.builder()
                                .setCurrency(StripeMoney.currency(sold.price()))
                                .setUnitAmount(StripeMoney.amount(sold.price()))
                                .setProduct(product)
                                .setRecurring(SubscriptionCreateParams.Item.PriceData.Recurring.builder()
                                        .setInterval(
                                                sold.term() == Term.MONTH
                                                        ? SubscriptionCreateParams.Item.PriceData.Recurring.Interval
                                                                .MONTH
                                                        : SubscriptionCreateParams.Item.PriceData.Recurring.Interval
                                                                .YEAR)
                                        .build())
                                .build())
                        .build());
        // What runs already is not owed before its next period. Stripe takes no first one that is longer than the
        // others.
        Instant owed = sold.trialUntil() == null ? sold.renews() : sold.trialUntil();
        return (sold.trialUntil() == null && fits(sold)
                        ? params.setBillingCycleAnchor(owed.getEpochSecond())
                        : params.setTrialEnd(owed.getEpochSecond()))
                .build();
    }

    private boolean fits(Sold sold) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var whole = sold.term() == Term.MONTH ? now.plusMonths(1) : now.plusYears(1);
        return !sold.renews().isAfter(whole.toInstant());
    }

    @Override
    public Mono<Optional<String>> begun(Holder holder, String key) {
        var params = SubscriptionListParams.builder()
                .setCustomer(holder.customer())
                .setStatus(SubscriptionListParams.Status.ALL)
                .setLimit(100L)
                .build();
        return calls.read(
                holder.account(),
                (stripe, options) -> StreamSupport.stream(
                                stripe.subscriptions()
                                        .list(params, options)
                                        .autoPagingIterable()
                                        .spliterator(),
                                false)
                        .filter(one -> key.equals(one.getMetadata().get(KEY)))
                        .map(Subscription::getId)
                        .findFirst());
    }

    @Override
    public Mono<Void> change(Holder holder, String name, Sold sold, String key) {
        return goods.product(holder.account(), sold)
                .zipWith(goods.coupon(holder.account(), sold))
                .flatMap(made -> calls.change(
                        holder.account(),
                        "subscription-" + key,
                        (stripe, options) -> {
                            var there = stripe.subscriptions()
                                    .retrieve(
                                            name,
                                            StripeCalls.options(holder.account())
                                                    .build());
                            var params = change(there, sold, made.getT1(), made.getT2());
                            return stripe.subscriptions().update(name, params, options);
                        },
                        StripeSubscriptions::refused))
                .then();
    }

    private static SubscriptionUpdateParams change(
            Subscription there, Sold sold, String product, Optional<String> coupon) {
        var params = SubscriptionUpdateParams.builder()
                .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.NONE)
                .setPauseCollection(PauseCollection.builder()
                        .setBehavior(PauseCollection.Behavior.VOID)
                        .build())
                .putAllMetadata(Map.of(
                        "subscription",
                        sold.subscription().toString(),
                        "state",
                        sold.isPaused() ? "paused" : "running"))
                .addItem(SubscriptionUpdateParams.Item.builder()
                        .setId(there.getItems().getData().getFirst().getId())
                        .setPriceData(price(sold, product))
                        .build());
        coupon.ifPresentOrElse(
                one -> params.addDiscount(SubscriptionUpdateParams.Discount.builder()
                        .setCoupon(one)
                        .build()),
                () -> params.setDiscounts(EmptyParam.EMPTY));
        return (sold.ends() == null
                        ? params.setCancelAt(EmptyParam.EMPTY)
                        : params.setCancelAt(sold.ends().getEpochSecond()))
                .build();
    }

    private static SubscriptionUpdateParams.Item.PriceData price(Sold sold, String product) {
        return SubscriptionUpdateParams.Item.PriceData.builder()
                .setCurrency(StripeMoney.currency(sold.price()))
                .setUnitAmount(StripeMoney.amount(sold.price()))
                .setProduct(product)
                .setRecurring(SubscriptionUpdateParams.Item.PriceData.Recurring.builder()
                        .setInterval(
                                sold.term() == Term.MONTH
                                        ? SubscriptionUpdateParams.Item.PriceData.Recurring.Interval.MONTH
                                        : SubscriptionUpdateParams.Item.PriceData.Recurring.Interval.YEAR)
                        .build())
                .build();
    }

    @Override
    public Mono<Void> end(Holder holder, String name) {
        var params = SubscriptionCancelParams.builder()
                .setInvoiceNow(false)
                .setProrate(false)
                .build();
        return calls.change(
                        holder.account(),
                        "end-" + name,
                        (stripe, options) -> stripe.subscriptions()
                                .cancel(name, params, options)
                                .getId(),
                        // There is none to end any more.
                        error -> error instanceof InvalidRequestException ? name : null)
                .then();
    }

    @Override
    public Mono<Standing> look(Holder holder, String name) {
        return calls.read(holder.account(), (stripe, options) -> {
            try {
                return standing(stripe.subscriptions().retrieve(name, options));
            } catch (InvalidRequestException missing) {
                return new Standing(State.MISSING, null);
            }
        });
    }

    private static Standing standing(Subscription one) {
        var details = one.getCancellationDetails();
        boolean isWanted = details != null && "cancellation_requested".equals(details.getReason());
        if (one.getEndedAt() != null) {
            return new Standing(isWanted ? State.CANCELLED : State.MISSING, null);
        }
        return new Standing(State.RUNNING, one.getCancelAt() == null ? null : Instant.ofEpochSecond(one.getCancelAt()));
    }

    /** What is wrong with a question will be wrong again. */
    static <T> @Nullable T refused(StripeException error) {
        if (error instanceof InvalidRequestException) {
            throw new Refusal(error.getCode() == null ? String.valueOf(error.getMessage()) : error.getCode());
        }
        return null;
    }
}
