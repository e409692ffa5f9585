package io.chom.embedded.stripe;

/** The routes that nearly every kind has. */
final class Common {

    private Common() {}

    static Route retrieve(String path, Kind kind) {
        return Route.get(path + "/*", Fields.NONE, call -> call.subject(kind));
    }

    /** Changes what the parameters name and tells of it. */
    static Route update(String path, Kind kind, String fields, String event) {
        return Route.post(path + "/*", fields, call -> change(call, call.subject(kind), event));
    }

    static Json change(Call call, Json object, String event) {
        Json before = object.copy();
        object.merge(call.params());
        tidy(object);
        call.shelf().changed(event, object, before);
        return object;
    }

    static Route delete(String path, Kind kind, String event) {
        return Route.delete(path + "/*", "", call -> {
            Json object = call.subject(kind);
            call.shelf().remove(object.id());
            call.shelf().say(event, object);
            return gone(object);
        });
    }

    /** What Stripe answers about an object that is no more. */
    static Json gone(Json object) {
        return Json.of("id", object.id()).set("object", object.get("object")).set("deleted", true);
    }

    /** Takes out what is no field of the object and the metadata that was set to nothing. */
    static Json tidy(Json object) {
        object.remove("expand");
        if (object.has("metadata")) {
            object.at("metadata").withoutNulls();
        } else if (object.names("metadata")) {
            object.set("metadata", new Json());
        }
        return object;
    }
}
