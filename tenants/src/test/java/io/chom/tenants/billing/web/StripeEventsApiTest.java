package io.chom.tenants.billing.web;

import com.stripe.net.Webhook;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.tenancy.TenantService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where Stripe's events come in, over HTTP. */
@ApiTest
class StripeEventsApiTest {

    private static final String PATH = "/api/v1/stripe/events";

    private final Api api;

    @Autowired
    TenantService tenants;

    StripeEventsApiTest(Api api) {
        this.api = api;
    }

    @Test
    void nobody_needs_a_key_but_everybody_a_signature() throws Exception {
        String body = "{\"id\": \"evt_1\", \"type\": \"moon.landed\"}";
        for (var header :
                new String[] {"", "t=1,v1=00", Webhook.Signature.generateSignatureHeader(body, "whsec_other")}) {
            send(body, header, 400, "bad-signature");
        }
        api.at(Api.ACME)
                .post()
                .uri(PATH)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_signed_event_is_taken_whatever_it_says_and_as_often_as_it_comes() throws Exception {
        PlatformTenant.of(tenants);
        String body = "{\"id\": \"evt_http\", \"type\": \"moon.landed\", \"livemode\": false}";
        for (int times = 0; times < 2; times++) {
            api.at(Api.ACME)
                    .post()
                    .uri(PATH)
                    .header("Stripe-Signature", Webhook.Signature.generateSignatureHeader(body, Sandbox.SIGNED_WITH))
                    .bodyValue(body)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void what_is_too_large_is_refused_before_it_is_read() {
        send("x".repeat(2_000_000), "t=1,v1=00", 413, "body-too-large");
    }

    @Test
    void there_is_nothing_to_read() {
        api.at(Api.ACME).get().uri(PATH).exchange().expectStatus().is4xxClientError();
    }

    private void send(String body, String signature, int status, String code) {
        api.at(Api.ACME)
                .post()
                .uri(PATH)
                .header("Stripe-Signature", signature)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }
}
