package io.chom.embedded.stripe;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Usage as it is reported. */
final class MeterEvents {

    private static final long OLDEST = Duration.ofDays(35).toSeconds();
    private static final long AHEAD = Duration.ofMinutes(5).toSeconds();
    private static final long DAY = Duration.ofHours(24).toSeconds();
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");

    private MeterEvents() {}

    static List<Route> routes() {
        return List.of(
                Route.post(
                        "/v1/billing/meter_events",
                        "event_name! payload! payload.* identifier timestamp#",
                        MeterEvents::create),
                Route.post(
                        "/v1/billing/meter_event_adjustments",
                        "event_name! type! cancel.identifier",
                        MeterEvents::adjust));
    }

    private static Json create(Call call) {
        Shelf shelf = call.shelf();
        Json params = call.params();
        Json meter = meter(shelf, params.string("event_name"));
        String customer = customer(meter, params)
                .orElseThrow(() -> StripeError.invalid(
                                "meter_event_customer_not_found", "payload", "The payload names no customer.")
                        .refused());
        long now = shelf.now(shelf.require(Kind.CUSTOMER, customer, "payload[stripe_customer_id]"));
        long timestamp = params.number("timestamp", now);
        mustBeInTime(timestamp, now);
        mustBeWhole(meter, params);
        String identifier = params.text("identifier").orElseGet(() -> Ids.random(32));
        mustBeNew(shelf, identifier);
        Json event = shelf.fresh(Kind.BILLING_METER_EVENT)
                .set("event_name", params.get("event_name"))
                .set("identifier", identifier)
                .set("payload", params.at("payload").copy())
                .set("timestamp", timestamp);
        event.remove("metadata");
        Json shown = shelf.keep(event).copy();
        shown.remove("id");
        return shown;
    }

    private static Json meter(Shelf shelf, String name) {
        return shelf.all(Kind.BILLING_METER, "event_name", name).stream()
                .filter(meter -> meter.is("status", "active"))
                .findFirst()
                .orElseThrow(() -> StripeError.invalid(
                                "no_meter", "event_name", "No active meter found for event name %s.".formatted(name))
                        .refused());
    }

    private static void mustBeInTime(long timestamp, long now) {
        if (timestamp < now - OLDEST || timestamp > now + AHEAD) {
            throw StripeError.invalid(
                            "timestamp_out_of_range",
                            "timestamp",
                            "The timestamp must be within the past 35 calendar days or up to 5 minutes in the future.")
                    .refused();
        }
    }

    private static void mustBeWhole(Json meter, Json params) {
        boolean counted = meter.at("default_aggregation").is("formula", "count");
        String value = params.at("payload")
                .text(meter.at("value_settings").string("event_payload_key"))
                .orElse(counted ? "1" : "");
        if (!WHOLE.matcher(value).matches()) {
            throw StripeError.invalid("meter_event_invalid_value", "payload", "The value must be a whole number.")
                    .refused();
        }
    }

    private static void mustBeNew(Shelf shelf, String identifier) {
        boolean there = shelf.all(Kind.BILLING_METER_EVENT, "identifier", identifier).stream()
                .anyMatch(event -> event.number("created") > shelf.now() - DAY);
        if (there) {
            throw StripeError.invalid(
                            "duplicate_meter_event",
                            "identifier",
                            "An event already exists with identifier %s.".formatted(identifier))
                    .refused();
        }
    }

    /** Takes one event back, within a day. */
    private static Json adjust(Call call) {
        String identifier = call.params()
                .at("cancel")
                .text("identifier")
                .orElseThrow(() -> StripeError.missing("cancel").refused());
        Json event = call.shelf().all(Kind.BILLING_METER_EVENT, "identifier", identifier).stream()
                .filter(each -> each.is("event_name", call.params().get("event_name")))
                .filter(each -> each.number("created") > call.shelf().now() - DAY)
                .findFirst()
                .orElseThrow(() -> StripeError.noSuch("meter event", identifier, "cancel[identifier]")
                        .refused());
        call.shelf().remove(event.id());
        return Json.of("object", "billing.meter_event_adjustment")
                .set("cancel", Json.of("identifier", identifier))
                .set("event_name", event.get("event_name"))
                .set("livemode", false)
                .set("status", "complete")
                .set("type", "cancel");
    }

    /** Whose usage it is. */
    static Optional<String> customer(Json meter, Json event) {
        return event.at("payload").text(meter.at("customer_mapping").string("event_payload_key"));
    }

    static BigDecimal value(Json meter, Json event) {
        return event.at("payload")
                .text(meter.at("value_settings").string("event_payload_key"))
                .map(BigDecimal::new)
                .orElse(BigDecimal.ONE);
    }
}
