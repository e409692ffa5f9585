package io.chom.tenants.billing.web;

import io.chom.tenants.billing.UsageOverviews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Current usage against the plan. */
@RestController
@Tag(name = "Usage")
@RequestMapping("/api/v1/usage")
class UsageController {

    private final UsageOverviews overviews;

    UsageController(UsageOverviews overviews) {
        this.overviews = overviews;
    }

    /** The running period of the acting tenant. */
    @GetMapping
    @Operation(
            summary = "Current usage",
            description = "The running period: used against included, and the bill so far. Needs `usage:read`.")
    @ApiResponse(responseCode = "200", description = "Amounts in minor units of their currency")
    Mono<UsageResponse> current() {
        return overviews.current().map(UsageResponse::of);
    }
}
