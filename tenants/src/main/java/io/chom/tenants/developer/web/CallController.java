package io.chom.tenants.developer.web;

import io.chom.tenants.developer.calls.CallReports;
import io.chom.tenants.platform.Cursor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the tenant's programs called. */
@RestController
@Tag(name = "Calls")
class CallController {

    private static final Duration USUAL = Duration.ofDays(1);

    private final CallReports reports;
    private final Clock clock;

    CallController(CallReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping("/api/v1/calls")
    @Operation(
            summary = "Calls by hour",
            description = "Of each route, the latest hour first; by default of the last day. Needs `usage:read`.")
    @ApiResponse(responseCode = "200", description = "A page of hours in UTC; errors are answers of 400 and above")
    Mono<CallPage> list(
            @Parameter(description = "First hour") @RequestParam(required = false) @Nullable Instant from,
            @Parameter(description = "End of the last hour, at most 31 days later")
                    @RequestParam(required = false)
                    @Nullable
                    Instant until,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        Instant end = until == null ? clock.instant() : until;
        return reports.hours(
                        from == null ? end.minus(USUAL) : from, end, cursor == null ? null : new Cursor(cursor), limit)
                .map(CallPage::of);
    }
}
