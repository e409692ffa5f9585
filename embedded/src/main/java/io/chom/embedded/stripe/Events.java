package io.chom.embedded.stripe;

import java.util.List;

/** What happened, for whoever missed a delivery. */
final class Events {

    private Events() {}

    static List<Route> routes() {
        return List.of(
                Common.retrieve("/v1/events", Kind.EVENT),
                Listing.of("/v1/events", "type types delivery_success?", Events::wanted));
    }

    private static List<Json> wanted(Call call) {
        List<String> types = call.params().texts("types");
        call.params().remove("types");
        call.params().remove("delivery_success");
        return call.shelf().all(Kind.EVENT).stream()
                .filter(event -> types.isEmpty() || types.contains(event.string("type")))
                .toList();
    }
}
