package io.chom.tenants.developer.web;

import io.chom.tenants.developer.calls.CallHour;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of hours on the wire. */
record CallPage(List<HourPart> items, @Nullable String next) {

    static CallPage of(Page<CallHour> page) {
        Cursor next = page.next();
        return new CallPage(page.items().stream().map(HourPart::of).toList(), next == null ? null : next.text());
    }

    /** Calls of one route in one hour; times in milliseconds, to the microsecond. */
    @Schema(name = "CallHour")
    record HourPart(Instant hour, String route, long calls, long errors, BigDecimal averageMs, BigDecimal maxMs) {

        static HourPart of(CallHour hour) {
            return new HourPart(
                    hour.hour(), hour.route(), hour.calls(), hour.errors(), ms(hour.average()), ms(hour.most()));
        }

        private static BigDecimal ms(Duration duration) {
            return BigDecimal.valueOf(duration.toNanos() / 1_000, 3);
        }
    }
}
