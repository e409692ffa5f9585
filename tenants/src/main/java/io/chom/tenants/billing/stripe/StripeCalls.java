package io.chom.tenants.billing.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import io.chom.tenants.billing.payment.ProviderUnreachable;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Asks Stripe, in threads that may wait. */
final class StripeCalls {

    private final StripeClient client;
    private final Scheduler threads;

    StripeCalls(StripeProperties properties, Scheduler threads) {
        this.threads = threads;
        this.client = client(properties);
    }

    /**
     * Stripe's own. Java's client sends a request anew, once, when a connection ends before the answer; each of ours bears
     * that.
     */
    static StripeClient client(StripeProperties properties) {
        return StripeClient.builder()
                .setApiKey(properties.isOn() ? properties.secretKey() : "none")
                .setApiBase(properties.apiBase().toString().replaceFirst("/$", ""))
                .setConnectTimeout((int) properties.connectTimeout().toMillis())
                .setReadTimeout((int) properties.timeout().toMillis())
                .setMaxNetworkRetries(0)
                .build();
    }

    /** A question, and as whom it is asked. */
    interface Question<T> {

        /** Asks it. */
        T ask(V1Services stripe, RequestOptions options) throws StripeException;
    }

    /** Questions that follow from each other's answers. */
    interface Steps<T> {

        /** Asks them. */
        T take(V1Services stripe) throws StripeException;
    }

    /** What an error says; null where it says nothing about what was asked. */
    interface Meaning<T> {

        /** Reads it. */
        @Nullable
        T of(StripeException error);
    }

    /** A question that changes something in an account, null for the own: the same with this key is done once. */
    <T> Mono<T> change(@Nullable String account, String key, Question<T> question, Meaning<T> meaning) {
        return ask(options(account).setIdempotencyKey(key).build(), question, meaning);
    }

    /** A question that changes nothing. */
    <T> Mono<T> read(@Nullable String account, Question<T> question) {
        return ask(options(account).build(), question, error -> null);
    }

    /** Several questions, each with options of its own. */
    <T> Mono<T> steps(Steps<T> steps, Meaning<T> meaning) {
        return ask(options(null).build(), (stripe, options) -> steps.take(stripe), meaning);
    }

    private <T> Mono<T> ask(RequestOptions options, Question<T> question, Meaning<T> meaning) {
        return Mono.fromCallable(() -> answer(options, question, meaning))
                .subscribeOn(threads)
                .onErrorMap(RejectedExecutionException.class, ProviderUnreachable::new);
    }

    private <T> T answer(RequestOptions options, Question<T> question, Meaning<T> meaning) {
        try {
            return question.ask(client.v1(), options);
        } catch (StripeException e) {
            T said = meaning.of(e);
            if (said == null) {
                throw new ProviderUnreachable(e);
            }
            return said;
        }
    }

    static RequestOptions.RequestOptionsBuilder options(@Nullable String account) {
        return RequestOptions.builder().setStripeAccount(account);
    }
}
