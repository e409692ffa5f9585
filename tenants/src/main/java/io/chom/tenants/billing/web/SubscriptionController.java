package io.chom.tenants.billing.web;

import io.chom.tenants.billing.SubscriptionService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells what the tenant has bought. */
@RestController
@Tag(name = "Subscription")
class SubscriptionController {

    private final SubscriptionService subscriptions;
    private final Clock clock;

    SubscriptionController(SubscriptionService subscriptions, Clock clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @GetMapping("/api/v1/subscription")
    @Operation(
            summary = "Your subscription",
            description = "The running plan and its period; `not-found` without one. Needs `usage:read`.")
    @ApiResponse(responseCode = "200", description = "As it was sold; amounts in minor units of their currency")
    Mono<SubscriptionResponse> subscription() {
        return subscriptions.bought().map(bought -> SubscriptionResponse.of(bought, clock.instant()));
    }
}
