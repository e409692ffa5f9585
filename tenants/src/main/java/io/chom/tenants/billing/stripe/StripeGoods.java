package io.chom.tenants.billing.stripe;

import com.stripe.exception.StripeException;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.ProductCreateParams;
import io.chom.tenants.billing.mirror.Sold;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Products and coupons of an account, under names of ours, made where there are none. */
final class StripeGoods {

    private static final String THERE_ALREADY = "resource_already_exists";

    private final StripeCalls calls;

    /** By account and name; neither is ever taken away here. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    StripeGoods(StripeCalls calls) {
        this.calls = calls;
    }

    /** The product of a plan. */
    Mono<String> product(@Nullable String account, Sold sold) {
        var name = "%s_%s".formatted(sold.catalogue(), sold.plan());
        var params =
                ProductCreateParams.builder().setId(name).setName(sold.name()).build();
        return made(
                account,
                name,
                (stripe, options) -> stripe.products().create(params, options).getId());
    }

    /** The coupon for what is off; empty where nothing is. */
    Mono<Optional<String>> coupon(@Nullable String account, Sold sold) {
        var off = sold.percentOff();
        if (off.signum() == 0) {
            return Mono.just(Optional.empty());
        }
        var name = "off_" + off.toPlainString().replace('.', '_');
        var params = CouponCreateParams.builder()
                .setId(name)
                .setName(off.toPlainString() + " % off")
                .setPercentOff(off)
                .setDuration(CouponCreateParams.Duration.FOREVER)
                .build();
        return made(
                        account,
                        name,
                        (stripe, options) ->
                                stripe.coupons().create(params, options).getId())
                .map(Optional::of);
    }

    private Mono<String> made(@Nullable String account, String name, StripeCalls.Question<String> make) {
        var place = account + " " + name;
        return known.contains(place)
                ? Mono.just(name)
                // Its name has it made once, whatever the key of the question.
                : calls.change(account, "goods-" + UUID.randomUUID(), make, error -> there(error, name))
                        .doOnNext(made -> known.add(place));
    }

    private static @Nullable String there(StripeException error, String name) {
        return THERE_ALREADY.equals(error.getCode()) ? name : StripeSubscriptions.<String>refused(error);
    }
}
