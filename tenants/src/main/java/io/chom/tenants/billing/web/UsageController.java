package io.chom.tenants.billing.web;

import io.chom.tenants.billing.UsageOverviews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Current usage against the plan. */
@RestController
@RequestMapping("/api/v1/usage")
class UsageController {

    private final UsageOverviews overviews;

    UsageController(UsageOverviews overviews) {
        this.overviews = overviews;
    }

    /** The running period of the acting tenant. */
    @GetMapping
    Mono<UsageResponse> current() {
        return overviews.current().map(UsageResponse::of);
    }
}
