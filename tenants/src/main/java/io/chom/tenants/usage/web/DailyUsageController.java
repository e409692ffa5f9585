package io.chom.tenants.usage.web;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.usage.UsageQueries;
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
@RequestMapping("/api/v1/usage/daily")
class DailyUsageController {

    private static final int USUAL_DAYS = 30;

    private final UsageQueries usage;
    private final Clock clock;

    DailyUsageController(UsageQueries usage, Clock clock) {
        this.usage = usage;
        this.clock = clock;
    }

    /** Days in UTC from the first to before the last; by default the last 30 days, today included. */
    @GetMapping
    Mono<DailyResponse> daily(
            @RequestParam String meter,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        LocalDate last = until == null ? LocalDate.now(clock).plusDays(1) : until;
        var days = new DayRange(from == null ? last.minusDays(USUAL_DAYS) : from, last);
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
