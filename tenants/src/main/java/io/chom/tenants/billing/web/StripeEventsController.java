package io.chom.tenants.billing.web;

import io.chom.tenants.billing.payment.PaymentNews;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where Stripe tells of what happened. Its signature takes the place of a key. */
@RestController
@Hidden
class StripeEventsController {

    private static final String SIGNATURE = "Stripe-Signature";

    private final PaymentNews news;

    StripeEventsController(PaymentNews news) {
        this.news = news;
    }

    /** One event. */
    @PostMapping("/api/v1/stripe/events")
    Mono<Void> hear(@RequestHeader HttpHeaders headers, @RequestBody(required = false) Mono<byte[]> body) {
        List<String> signatures = headers.getOrEmpty(SIGNATURE);
        return signatures.size() == 1
                ? body.defaultIfEmpty(new byte[0]).flatMap(bytes -> news.hear(bytes, signatures.getFirst()))
                : Mono.error(new Refused(Failure.Invalid.of("bad-signature", "An event has one signature.")));
    }
}
