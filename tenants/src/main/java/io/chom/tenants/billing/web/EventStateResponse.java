package io.chom.tenants.billing.web;

import io.chom.tenants.billing.EventState;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.Unmatch;
import io.chom.tenants.billing.web.InvoiceBody.LinePart;
import io.chom.tenants.usage.CountedEvent;
import io.chom.tenants.usage.RejectedEvent;
import io.chom.tenants.usage.UsageEventId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of an event on the wire.
 *
 * @param state {@code rejected}, {@code unmatched}, {@code counted} or {@code billed}
 * @param quantity absent where none was sent, or none that could be meant
 * @param storedAt when it was counted
 * @param rejectedAt when it was refused last
 * @param reason why it was rejected, or why nobody is billed for it
 * @param invoice the invoice that it stands on
 * @param corrects id of the event whose quantity this one's replaces
 * @param correctedBy id of the event whose quantity replaces this one's
 * @param countsAs the quantity that counts after corrections, 0 for one that was cancelled; absent where there are none
 */
@Schema(name = "UsageEventState")
record EventStateResponse(
        @Nullable String id,
        String state,
        @Nullable String meter,
        @Nullable BigDecimal quantity,
        @Nullable Instant time,
        @Nullable String subject,
        @Nullable Instant storedAt,
        @Nullable Instant rejectedAt,
        @Nullable ReasonPart reason,
        @Nullable InvoicePart invoice,
        @Nullable String corrects,
        @Nullable String correctedBy,
        @Nullable BigDecimal countsAs) {

    static EventStateResponse of(EventState state) {
        return switch (state) {
            case EventState.Rejected(var event) -> rejected(event);
            case EventState.Unmatched(var event, var reason) ->
                counted(event, "unmatched", ReasonPart.of(reason), null);
            case EventState.Counted(var event) -> counted(event, "counted", null, null);
            case EventState.Billed(var event, var invoice, var line) ->
                counted(event, "billed", null, InvoicePart.of(invoice, line));
        };
    }

    /** One that was not taken. */
    static EventStateResponse rejected(RejectedEvent event) {
        return new EventStateResponse(
                event.id(),
                "rejected",
                event.meter(),
                event.amount().orElse(null),
                event.time(),
                event.subject(),
                null,
                event.refusedAt(),
                new ReasonPart(event.code(), event.detail()),
                null,
                null,
                null,
                null);
    }

    private static EventStateResponse counted(
            CountedEvent event, String state, @Nullable ReasonPart reason, @Nullable InvoicePart invoice) {
        return new EventStateResponse(
                event.id().value(),
                state,
                event.meter().value(),
                event.quantity(),
                event.time(),
                event.subject(),
                event.storedAt(),
                null,
                reason,
                invoice,
                text(event.corrects()),
                text(event.correctedBy()),
                event.corrects() == null && event.correctedBy() == null ? null : event.countsAs());
    }

    private static @Nullable String text(@Nullable UsageEventId id) {
        return id == null ? null : id.value();
    }

    /** Stable code and one sentence that says what to do. */
    @Schema(name = "UsageReason")
    record ReasonPart(String code, String detail) {

        static ReasonPart of(Unmatch reason) {
            return new ReasonPart(reason.code(), reason.detail());
        }
    }

    /** Where it is billed. */
    @Schema(name = "UsageEventInvoice")
    record InvoicePart(UUID id, String number, LinePart line) {

        static InvoicePart of(Invoice invoice, LineItem line) {
            return new InvoicePart(
                    invoice.id().value(),
                    invoice.number(),
                    LinePart.of(List.of(line)).getFirst());
        }
    }
}
