package io.chom.embedded.stripe;

/** Makes an event of each change and hands it to the deliveries. */
final class Journal {

    static final String VERSION = "2026-07-29.dahlia";

    private final Deliveries deliveries;
    private Json request = new Json();

    Journal(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** From now on, events come from this request. */
    void begin(Json request) {
        this.request = request;
    }

    Json write(Shelf shelf, String type, Json object, Json previous) {
        Json data = Json.of("object", object.copy());
        if (!previous.isEmpty()) {
            data.set("previous_attributes", previous);
        }
        Json event = shelf.fresh(Kind.EVENT)
                .set("api_version", VERSION)
                .set("data", data)
                .set("pending_webhooks", 0L)
                .set("request", request.copy())
                .set("type", type);
        event.remove("metadata");
        deliveries.send(shelf, event);
        return event;
    }
}
