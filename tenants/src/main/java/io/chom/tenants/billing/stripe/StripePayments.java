package io.chom.tenants.billing.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentMethod;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.service.V1Services;
import io.chom.tenants.billing.payment.Card;
import io.chom.tenants.billing.payment.CardPage;
import io.chom.tenants.billing.payment.Charge;
import io.chom.tenants.billing.payment.HostedPage;
import io.chom.tenants.billing.payment.KeptCard;
import io.chom.tenants.billing.payment.Outcome;
import io.chom.tenants.billing.payment.Payee;
import io.chom.tenants.billing.payment.PaymentId;
import io.chom.tenants.billing.payment.PaymentProvider;
import io.chom.tenants.billing.payment.ProviderEvent;
import io.chom.tenants.billing.payment.RefundOrder;
import io.chom.tenants.billing.payment.RefundOutcome;
import io.chom.tenants.platform.TenantId;
import java.net.URI;
import java.time.YearMonth;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Mono;

/** Takes payments through Stripe: of the platform on its own account, of brand owners as direct charges on theirs. */
final class StripePayments implements PaymentProvider {

    /** What our identity of a payment is called in the metadata of Stripe's objects. */
    static final String PAYMENT = "payment";

    /** Clocks differ. */
    private static final long LEEWAY = 300;

    private final boolean isOn;
    private final StripeCalls calls;
    private final StripeEvents events;
    private final StripeRefunds refunds;
    private final StripeAccounts accounts;

    StripePayments(boolean isOn, StripeCalls calls, StripeEvents events) {
        this.isOn = isOn;
        this.calls = calls;
        this.events = events;
        this.refunds = new StripeRefunds(calls);
        this.accounts = new StripeAccounts(calls);
    }

    @Override
    public boolean isOn() {
        return isOn;
    }

    @Override
    public Mono<String> customer(Payee payee, TenantId payer) {
        var params = CustomerCreateParams.builder()
                .putMetadata("tenant", payer.toString())
                .build();
        return calls.change(
                payee.account(),
                "payer-" + payer + "-" + payee.issuer(),
                (stripe, options) -> stripe.customers().create(params, options).getId(),
                error -> null);
    }

    @Override
    public Mono<Outcome> charge(Charge charge) {
        var params = PaymentIntentCreateParams.builder()
                .setAmount(StripeMoney.amount(charge.amount()))
                .setCurrency(StripeMoney.currency(charge.amount()))
                .setCustomer(charge.customer())
                .setPaymentMethod(charge.card())
                .addPaymentMethodType("card")
                .setConfirm(true)
                .setOffSession(true)
                .setDescription(charge.invoice())
                .putMetadata(PAYMENT, charge.id().toString())
                .build();
        return calls.change(
                charge.payee().account(),
                "charge-" + charge.id(),
                (stripe, options) -> StripeOutcome.of(stripe.paymentIntents().create(params, options)),
                StripeOutcome::of);
    }

    @Override
    public Mono<Outcome> find(Charge charge) {
        var params = PaymentIntentListParams.builder()
                .setCustomer(charge.customer())
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(charge.begunAt().getEpochSecond() - LEEWAY)
                        .build())
                .setLimit(100L)
                .build();
        return calls.read(
                        charge.payee().account(),
                        (stripe, options) -> StreamSupport.stream(
                                        stripe.paymentIntents()
                                                .list(params, options)
                                                .autoPagingIterable()
                                                .spliterator(),
                                        false)
                                .filter(one -> StripeOutcome.isOf(charge, one))
                                .findFirst()
                                .map(StripeOutcome::of))
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Mono<Outcome> intent(Charge charge, String intent) {
        return calls.read(
                charge.payee().account(),
                (stripe, options) -> StripeOutcome.of(stripe.paymentIntents().retrieve(intent, options)));
    }

    @Override
    public Mono<HostedPage> openPage(Charge charge, URI back) {
        return open(charge.payee(), charge.id(), StripePages.payment(charge, back));
    }

    @Override
    public Mono<HostedPage> openCardPage(PaymentId id, Payee payee, String customer, URI back) {
        return open(payee, id, StripePages.card(id, customer, back));
    }

    private Mono<HostedPage> open(Payee payee, PaymentId id, SessionCreateParams params) {
        return calls.change(
                payee.account(),
                "page-" + id,
                (stripe, options) -> {
                    var session = stripe.checkout().sessions().create(params, options);
                    return new HostedPage(session.getId(), URI.create(session.getUrl()));
                },
                error -> null);
    }

    @Override
    public Mono<Outcome> page(Charge charge, String session) {
        return calls.read(charge.payee().account(), (stripe, options) -> {
            var visit = stripe.checkout().sessions().retrieve(session, options);
            return switch (visit.getStatus()) {
                case "complete" ->
                    StripeOutcome.of(stripe.paymentIntents().retrieve(visit.getPaymentIntent(), options));
                case "expired" -> new Outcome.Expired();
                // The payer may try one card after the other there.
                case null, default -> new Outcome.Pending(null);
            };
        });
    }

    @Override
    public Mono<Outcome> closePage(Charge charge, String session) {
        return calls.change(
                charge.payee().account(),
                "close-" + charge.id(),
                (stripe, options) ->
                        StripePages.closed(stripe.checkout().sessions().expire(session, options)),
                StripePages::notClosed);
    }

    @Override
    public Mono<RefundOutcome> giveBack(RefundOrder order) {
        return refunds.giveBack(order);
    }

    @Override
    public Mono<RefundOutcome> find(RefundOrder order) {
        return refunds.find(order);
    }

    @Override
    public Mono<RefundOutcome> refund(Payee payee, String name) {
        return refunds.refund(payee, name);
    }

    @Override
    public Mono<CardPage> cardPage(Payee payee, String session) {
        return calls.read(payee.account(), (stripe, options) -> {
            var visit = stripe.checkout().sessions().retrieve(session, options);
            return switch (visit.getStatus()) {
                case "complete" -> new CardPage.Kept(card(stripe, visit, options));
                case "expired" -> new CardPage.Expired();
                case null, default -> new CardPage.Open();
            };
        });
    }

    private static KeptCard card(V1Services stripe, Session visit, RequestOptions options) throws StripeException {
        var setup = stripe.setupIntents().retrieve(visit.getSetupIntent(), options);
        PaymentMethod method = stripe.paymentMethods().retrieve(setup.getPaymentMethod(), options);
        prefer(stripe, visit.getCustomer(), method.getId(), options);
        return card(method);
    }

    /** The customer portal shows the card that is charged here as the one that is. */
    private static void prefer(V1Services stripe, String customer, String method, RequestOptions options)
            throws StripeException {
        var params = CustomerUpdateParams.builder()
                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                        .setDefaultPaymentMethod(method)
                        .build())
                .build();
        stripe.customers().update(customer, params, options);
    }

    static KeptCard card(PaymentMethod method) {
        var card = method.getCard();
        return new KeptCard(
                method.getId(),
                new Card(
                        card.getBrand(),
                        card.getLast4(),
                        YearMonth.of(
                                card.getExpYear().intValue(), card.getExpMonth().intValue())));
    }

    @Override
    public Mono<String> openAccount(TenantId owner) {
        return accounts.open(owner);
    }

    @Override
    public Mono<URI> accountPage(PaymentId id, String account, URI back) {
        return accounts.page(id, account, back);
    }

    @Override
    public Mono<Boolean> canCharge(String account) {
        return accounts.canCharge(account);
    }

    @Override
    public ProviderEvent event(byte[] body, String signature) {
        return events.read(body, signature);
    }
}
