package io.chom.embedded.stripe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What is counted, and how. */
final class Meters {

    private static final String PATH = "/v1/billing/meters";

    private Meters() {}

    static List<Route> routes() {
        return List.of(
                Route.post(
                        PATH,
                        "display_name! event_name! default_aggregation! default_aggregation.formula "
                                + "customer_mapping.type customer_mapping.event_payload_key "
                                + "value_settings.event_payload_key event_time_window",
                        Meters::create),
                Common.retrieve(PATH, Kind.BILLING_METER),
                Common.update(PATH, Kind.BILLING_METER, "display_name", "billing.meter.updated"),
                Listing.of(PATH, Kind.BILLING_METER, "status"),
                Route.post(PATH + "/*/deactivate", "", call -> become(call, "inactive", "billing.meter.deactivated")),
                Route.post(PATH + "/*/reactivate", "", call -> become(call, "active", "billing.meter.reactivated")),
                Route.get(
                        PATH + "/*/event_summaries",
                        Fields.of("customer! start_time#! end_time#! value_grouping_window limit# starting_after "
                                + "ending_before"),
                        Meters::summaries));
    }

    private static Json create(Call call) {
        String name = call.params().string("event_name");
        if (!call.shelf().all(Kind.BILLING_METER, "event_name", name).isEmpty()) {
            throw StripeError.invalid(
                            "resource_already_exists",
                            "event_name",
                            "An active meter already exists for the event name %s.".formatted(name))
                    .refused();
        }
        long now = call.shelf().now();
        Json meter = call.shelf()
                .fresh(Kind.BILLING_METER)
                .set(
                        "customer_mapping",
                        Json.of("event_payload_key", "stripe_customer_id").set("type", "by_id"))
                .set("event_time_window", null)
                .set("status", "active")
                .set("status_transitions", Json.of("deactivated_at", null))
                .set("updated", now)
                .set("value_settings", Json.of("event_payload_key", "value"))
                .merge(call.params());
        meter.remove("metadata");
        return call.shelf().add(meter, "billing.meter.created");
    }

    private static Json become(Call call, String status, String event) {
        Json meter = call.subject(Kind.BILLING_METER).set("status", status);
        meter.at("status_transitions")
                .set("deactivated_at", status.equals("inactive") ? call.shelf().now() : null);
        call.shelf().say(event, meter);
        return meter;
    }

    /** What a customer used within a period, by the meter’s formula. */
    static BigDecimal used(Shelf shelf, Json meter, String customer, Period period) {
        List<Json> events =
                shelf.all(Kind.BILLING_METER_EVENT, "event_name", meter.string("event_name")).reversed().stream()
                        .filter(event -> MeterEvents.customer(meter, event)
                                .filter(customer::equals)
                                .isPresent())
                        .filter(event ->
                                event.number("timestamp") >= period.start() && event.number("timestamp") < period.end())
                        .toList();
        return switch (meter.at("default_aggregation").text("formula").orElse("sum")) {
            case "count" -> BigDecimal.valueOf(events.size());
            case "last" ->
                events.stream()
                        .reduce((one, other) -> other.number("timestamp") >= one.number("timestamp") ? other : one)
                        .map(event -> MeterEvents.value(meter, event))
                        .orElse(BigDecimal.ZERO);
            default ->
                events.stream().map(event -> MeterEvents.value(meter, event)).reduce(BigDecimal.ZERO, BigDecimal::add);
        };
    }

    private static Json summaries(Call call) {
        Json meter = call.subject(Kind.BILLING_METER);
        Json params = call.params();
        String customer = params.string("customer");
        call.shelf().require(Kind.CUSTOMER, customer, "customer");
        long start = params.number("start_time");
        long end = params.number("end_time");
        if (start % 60 != 0 || end % 60 != 0) {
            throw StripeError.invalid(null, "start_time", "Timestamps must align with minute boundaries.")
                    .refused();
        }
        long step = switch (params.text("value_grouping_window").orElse("")) {
            case "hour" -> 3_600;
            case "day" -> 86_400;
            default -> Math.max(60, end - start);
        };
        List<Json> summaries = new ArrayList<>();
        for (long at = start; at < end; at += step) {
            Period period = new Period(at, Math.min(end, at + step));
            summaries.addFirst(summary(meter, period, used(call.shelf(), meter, customer, period)));
        }
        return Listing.page(PATH + "/*/event_summaries", summaries, call);
    }

    private static Json summary(Json meter, Period period, BigDecimal value) {
        return Json.of("id", "mtrusg_%s_%d".formatted(meter.id(), period.start()))
                .set("object", "billing.meter_event_summary")
                .set("aggregated_value", value)
                .set("end_time", period.end())
                .set("livemode", false)
                .set("meter", meter.id())
                .set("start_time", period.start());
    }
}
