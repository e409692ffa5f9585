package io.chom.tenants.usage.web;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.usage.UsageQueries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Usage day by day. */
@RestController
@Tag(name = "Usage")
@RequestMapping("/api/v1/usage/daily")
class DailyUsageController {

    private final UsageQueries usage;
    private final Clock clock;

    DailyUsageController(UsageQueries usage, Clock clock) {
        this.usage = usage;
        this.clock = clock;
    }

    /** Days in UTC from the first to before the last; by default the last 30 days, today included. */
    @GetMapping
    @Operation(
            summary = "Usage by day",
            description = "Days of one meter in UTC, by default the last 30. Needs `usage:read`.")
    @ApiResponse(responseCode = "200", description = "Days with events, oldest first")
    Mono<DailyResponse> daily(
            @RequestParam String meter,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        var days = DayRange.of(from, until, LocalDate.now(clock));
        return usage.daily(meter(meter), days.from(), days.until())
                .map(found -> new DailyResponse(meter, days.from(), days.until(), found));
    }

    private static MeterId meter(String text) {
        if (!MeterId.isValid(text)) {
            throw new Refused(Failure.Invalid.of("usage.unknown-meter", "There is no such meter."));
        }
        return new MeterId(text);
    }
}
