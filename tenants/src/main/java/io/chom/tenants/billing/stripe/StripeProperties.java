package io.chom.tenants.billing.stripe;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Stripe is and as whom to ask it.
 *
 * @param apiBase address of its API, or of one that speaks alike
 * @param secretKey of the installation's own account; empty where nobody is to be charged
 * @param webhookSecrets with which it signs its events; two while one takes the place of the other, and one for the platform's
 *     own events besides one for those of connected accounts
 * @param connectTimeout to reach it
 * @param timeout for one answer
 * @param atOnce so many questions are asked at the same time; the others wait
 */
@ConfigurationProperties("chom.stripe")
record StripeProperties(
        @DefaultValue("https://api.stripe.com") URI apiBase,
        @DefaultValue("") String secretKey,
        @DefaultValue("") List<String> webhookSecrets,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("8") int atOnce) {

    StripeProperties {
        secretKey = secretKey.strip();
        webhookSecrets = webhookSecrets.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    boolean isOn() {
        return !secretKey.isEmpty();
    }

    /** Whether real money moves. */
    boolean isLive() {
        return secretKey.matches("(sk|rk)_live_.*");
    }

    @Override
    public String toString() {
        return apiBase.toString();
    }
}
