package io.chom.tenants.billing.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.billing.Meter;
import com.stripe.net.RequestOptions;
import com.stripe.param.billing.MeterCreateParams;
import com.stripe.param.billing.MeterCreateParams.DefaultAggregation;
import com.stripe.param.billing.MeterEventCreateParams;
import com.stripe.param.billing.MeterListParams;
import com.stripe.service.V1Services;
import io.chom.tenants.billing.metering.MeterProvider;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.usage.Span;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Has Stripe's meters count: in each account one for each of ours, under the same name. All add up, whatever ours do, for what
 * they are told are differences.
 *
 * @see <a href="https://docs.stripe.com/billing/subscriptions/usage-based/recording-usage-api">Stripe on meter events</a>
 */
final class StripeMeters implements MeterProvider {

    /** What Stripe says of an identifier that it counted before. */
    private static final String DUPLICATE = "duplicate_meter_event";

    private final StripeCalls calls;

    /** By account and meter: a meter never goes away again, at most it is switched off. */
    private final Map<Place, String> known = new ConcurrentHashMap<>();

    StripeMeters(StripeCalls calls) {
        this.calls = calls;
    }

    private record Place(@Nullable String account, MeterId meter) {}

    @Override
    public Mono<Optional<String>> count(MeterEvent event) {
        var params = MeterEventCreateParams.builder()
                .setEventName(event.meter().value())
                .setIdentifier(event.identifier())
                .setTimestamp(event.at().getEpochSecond())
                .putPayload("stripe_customer_id", event.customer())
                .putPayload("value", String.valueOf(event.quantity()))
                .build();
        return meter(event.account(), event.meter())
                .flatMap(meter -> calls.change(
                        event.account(),
                        "meter-" + event.identifier(),
                        (stripe, options) -> {
                            stripe.billing().meterEvents().create(params, options);
                            return Optional.<String>empty();
                        },
                        StripeMeters::refusal));
    }

    /** Why it is not counted: empty if it was before, null where it may have been. */
    private static @Nullable Optional<String> refusal(StripeException error) {
        if (!(error instanceof InvalidRequestException)) {
            return null;
        }
        return DUPLICATE.equals(error.getCode())
                ? Optional.empty()
                : Optional.of(error.getCode() == null ? "refused" : error.getCode());
    }

    @Override
    public Mono<BigDecimal> counted(@Nullable String account, String customer, MeterId meter, Span span) {
        return meter(account, meter)
                .flatMap(name -> calls.read(
                        account, (stripe, options) -> StripeMeterSums.sum(stripe, options, name, customer, span)));
    }

    /** Stripe's name for a meter, which is made where the account has none. */
    private Mono<String> meter(@Nullable String account, MeterId meter) {
        var place = new Place(account, meter);
        return Mono.justOrEmpty(known.get(place))
                .switchIfEmpty(Mono.defer(() -> found(place).switchIfEmpty(Mono.defer(() -> made(place))))
                        .doOnNext(name -> known.put(place, name)));
    }

    private Mono<String> found(Place place) {
        return calls.read(place.account(), (stripe, options) -> find(stripe, options, place.meter()))
                .flatMap(Mono::justOrEmpty);
    }

    /** The active meter of this name, if there is one. */
    static Optional<String> find(V1Services stripe, RequestOptions options, MeterId meter) throws StripeException {
        var params = MeterListParams.builder()
                .setStatus(MeterListParams.Status.ACTIVE)
                .setLimit(100L)
                .build();
        return StreamSupport.stream(
                        stripe.billing()
                                .meters()
                                .list(params, options)
                                .autoPagingIterable()
                                .spliterator(),
                        false)
                .filter(one -> meter.value().equals(one.getEventName()))
                .map(Meter::getId)
                .findFirst();
    }

    /** Two processes that make it at once ask with the same key and get the same one. */
    private Mono<String> made(Place place) {
        var params = MeterCreateParams.builder()
                .setDisplayName(place.meter().value())
                .setEventName(place.meter().value())
                .setDefaultAggregation(DefaultAggregation.builder()
                        .setFormula(DefaultAggregation.Formula.SUM)
                        .build())
                .build();
        return calls.change(
                place.account(),
                "meter-" + place.meter().value(),
                (stripe, options) ->
                        stripe.billing().meters().create(params, options).getId(),
                error -> null);
    }
}
