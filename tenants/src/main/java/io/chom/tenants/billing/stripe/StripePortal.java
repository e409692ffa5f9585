package io.chom.tenants.billing.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.billingportal.Configuration;
import com.stripe.net.RequestOptions;
import com.stripe.param.billingportal.ConfigurationCreateParams;
import com.stripe.param.billingportal.ConfigurationCreateParams.Features;
import com.stripe.param.billingportal.ConfigurationCreateParams.Features.CustomerUpdate;
import com.stripe.param.billingportal.ConfigurationCreateParams.Features.CustomerUpdate.AllowedUpdate;
import com.stripe.param.billingportal.ConfigurationCreateParams.Features.InvoiceHistory;
import com.stripe.param.billingportal.ConfigurationCreateParams.Features.PaymentMethodUpdate;
import com.stripe.param.billingportal.ConfigurationListParams;
import com.stripe.param.billingportal.SessionCreateParams;
import com.stripe.service.V1Services;
import io.chom.tenants.billing.payment.KeptCard;
import io.chom.tenants.billing.payment.Payee;
import io.chom.tenants.billing.payment.PaymentId;
import io.chom.tenants.billing.payment.PortalProvider;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Stripe's customer portal, which shows cards and the address and no invoices: those are written here. */
final class StripePortal implements PortalProvider {

    /** By which the configuration that is ours is found among those of an account. */
    private static final Map<String, String> OURS = Map.of("purpose", "payment-details");

    private static final String OWN = "";

    private final StripeCalls calls;

    /** The configuration of each account; that of the installation's own under an empty name. */
    private final Map<String, String> configurations = new ConcurrentHashMap<>();

    StripePortal(StripeCalls calls) {
        this.calls = calls;
    }

    @Override
    public Mono<URI> open(PaymentId id, Payee payee, String customer, URI back) {
        return configuration(payee.account()).flatMap(configuration -> {
            var params = SessionCreateParams.builder()
                    .setCustomer(customer)
                    .setConfiguration(configuration)
                    .setReturnUrl(back.toString())
                    .build();
            return calls.change(
                    payee.account(),
                    "portal-" + id,
                    (stripe, options) -> URI.create(stripe.billingPortal()
                            .sessions()
                            .create(params, options)
                            .getUrl()),
                    error -> null);
        });
    }

    private Mono<String> configuration(@Nullable String account) {
        String place = account == null ? OWN : account;
        return Mono.justOrEmpty(configurations.get(place))
                .switchIfEmpty(Mono.defer(() -> found(account).switchIfEmpty(Mono.defer(() -> made(account))))
                        .doOnNext(name -> configurations.put(place, name)));
    }

    private Mono<String> found(@Nullable String account) {
        var params =
                ConfigurationListParams.builder().setActive(true).setLimit(100L).build();
        return calls.read(
                        account,
                        (stripe, options) -> StreamSupport.stream(
                                        stripe.billingPortal()
                                                .configurations()
                                                .list(params, options)
                                                .autoPagingIterable()
                                                .spliterator(),
                                        false)
                                .filter(one -> OURS.equals(one.getMetadata()))
                                .map(Configuration::getId)
                                .findFirst())
                .flatMap(Mono::justOrEmpty);
    }

    private Mono<String> made(@Nullable String account) {
        var params = ConfigurationCreateParams.builder()
                .putAllMetadata(OURS)
                .setFeatures(Features.builder()
                        .setPaymentMethodUpdate(
                                PaymentMethodUpdate.builder().setEnabled(true).build())
                        .setCustomerUpdate(CustomerUpdate.builder()
                                .setEnabled(true)
                                .addAllowedUpdate(AllowedUpdate.EMAIL)
                                .addAllowedUpdate(AllowedUpdate.ADDRESS)
                                .build())
                        .setInvoiceHistory(
                                InvoiceHistory.builder().setEnabled(false).build())
                        .build())
                .build();
        return calls.change(
                account,
                "portal-configuration",
                (stripe, options) -> stripe.billingPortal()
                        .configurations()
                        .create(params, options)
                        .getId(),
                error -> null);
    }

    @Override
    public Mono<Optional<KeptCard>> card(Payee payee, String customer, @Nullable String kept) {
        return calls.read(payee.account(), (stripe, options) -> card(stripe, options, customer, kept));
    }

    private static Optional<KeptCard> card(
            V1Services stripe, RequestOptions options, String customer, @Nullable String kept) throws StripeException {
        var settings = stripe.customers().retrieve(customer, options).getInvoiceSettings();
        var preferred = settings == null ? null : settings.getDefaultPaymentMethod();
        var name = preferred == null ? kept : preferred;
        if (name == null) {
            return Optional.empty();
        }
        var method = stripe.paymentMethods().retrieve(name, options);
        return Optional.of(method)
                .filter(one -> Objects.equals(customer, one.getCustomer()) && one.getCard() != null)
                .map(StripePayments::card);
    }
}
