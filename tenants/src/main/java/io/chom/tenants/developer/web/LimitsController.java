package io.chom.tenants.developer.web;

import io.chom.tenants.developer.calls.CallReports;
import io.chom.tenants.developer.calls.CallsToday;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells a program how much it may still call. */
@RestController
@Tag(name = "Calls", description = "How much you may call, and what you called.")
class LimitsController {

    private final CallReports reports;

    LimitsController(CallReports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/v1/limits")
    @Operation(
            summary = "Your limits",
            description = "The calls of the running day; asking is one of them. Any key may ask.")
    @ApiResponse(responseCode = "200", description = "At most a few seconds old; without a limit, none is named")
    Mono<Limits> limits() {
        return reports.today().map(today -> new Limits(CallsPart.of(today)));
    }

    @Schema(name = "Limits")
    record Limits(CallsPart calls) {}

    @Schema(name = "CallLimit")
    record CallsPart(
            @Nullable String plan,
            @Nullable Long limit,
            long used,
            @Nullable Long remaining,
            Instant resetAt) {

        static CallsPart of(CallsToday today) {
            return new CallsPart(today.plan(), today.limit(), today.used(), today.remaining(), today.resetAt());
        }
    }
}
