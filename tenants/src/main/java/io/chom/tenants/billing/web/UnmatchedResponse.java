package io.chom.tenants.billing.web;

import io.chom.tenants.billing.UnmatchedUsage;
import io.chom.tenants.billing.web.EventStateResponse.ReasonPart;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Page;
import io.chom.tenants.usage.RejectedEvent;
import io.chom.tenants.usage.TraySize;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tray on the wire: a page of rejected events, and what was counted although nobody is billed for it.
 *
 * @param items rejected events, the latest first
 * @param next cursor of the next page
 * @param dropped how many rejected ones are not kept any more, because a day had too many
 * @param unbilled by meter and time, the same on each page
 */
@Schema(name = "UnmatchedUsage")
record UnmatchedResponse(
        List<EventStateResponse> items, @Nullable String next, long dropped, List<UnbilledPart> unbilled) {

    static UnmatchedResponse of(Page<RejectedEvent> page, TraySize size, List<UnmatchedUsage> unmatched) {
        Cursor next = page.next();
        return new UnmatchedResponse(
                page.items().stream().map(EventStateResponse::rejected).toList(),
                next == null ? null : next.text(),
                size.dropped(),
                unmatched.stream().map(UnbilledPart::of).toList());
    }

    /** Counted usage of one meter; {@code until} is the first instant after it. */
    @Schema(name = "UnbilledUsage")
    record UnbilledPart(String meter, Instant from, Instant until, BigDecimal quantity, ReasonPart reason) {

        static UnbilledPart of(UnmatchedUsage one) {
            return new UnbilledPart(
                    one.meter().id().value(),
                    one.span().from(),
                    one.span().until(),
                    one.quantity(),
                    ReasonPart.of(one.reason()));
        }
    }
}
