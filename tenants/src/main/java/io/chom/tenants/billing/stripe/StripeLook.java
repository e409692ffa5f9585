package io.chom.tenants.billing.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.usage.Span;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Asks Stripe what its meters count, for an operator's tool that may wait and runs in one thread; changes nothing there. */
public final class StripeLook {

    private final StripeClient client;
    private final Map<Place, Optional<String>> meters = new HashMap<>();

    private StripeLook(StripeClient client) {
        this.client = client;
    }

    private record Place(@Nullable String account, MeterId meter) {}

    /** That of the Stripe that {@code chom.stripe.*} names; empty where nobody is charged. */
    public static Optional<StripeLook> of(Environment environment) {
        var properties = Binder.get(environment).bindOrCreate("chom.stripe", StripeProperties.class);
        return properties.isOn() ? Optional.of(new StripeLook(StripeCalls.client(properties))) : Optional.empty();
    }

    /**
     * What is counted of a customer within a span whose ends are on whole minutes; empty where there is no such customer or
     * meter.
     *
     * @param account whose customer it is; null for the installation's own
     * @throws IllegalStateException if Stripe does not answer
     */
    public Optional<BigDecimal> counted(@Nullable String account, String customer, MeterId meter, Span span) {
        var options = StripeCalls.options(account).build();
        try {
            var name = name(account, meter);
            return name.isEmpty()
                    ? Optional.empty()
                    : Optional.of(StripeMeterSums.sum(client.v1(), options, name.get(), customer, span));
        } catch (InvalidRequestException unknown) {
            return Optional.empty();
        } catch (StripeException e) {
            throw new IllegalStateException("Stripe does not answer: " + e.getMessage(), e);
        }
    }

    private Optional<String> name(@Nullable String account, MeterId meter) throws StripeException {
        var place = new Place(account, meter);
        var known = meters.get(place);
        if (known == null) {
            known = StripeMeters.find(client.v1(), StripeCalls.options(account).build(), meter);
            meters.put(place, known);
        }
        return known;
    }
}
