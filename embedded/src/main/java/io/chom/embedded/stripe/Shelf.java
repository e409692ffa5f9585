package io.chom.embedded.stripe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of one account. Whoever reads or writes them holds the lock of the sandbox. */
final class Shelf {

    private final String account;
    private final SandboxClock clock;
    private final Journal journal;
    private final Map<String, Json> objects = new LinkedHashMap<>();

    Shelf(String account, SandboxClock clock, Journal journal) {
        this.account = account;
        this.clock = clock;
        this.journal = journal;
    }

    String account() {
        return account;
    }

    /** In seconds since 1970. */
    long now() {
        return clock.seconds();
    }

    /** The time for this object: that of its test clock, if it has one. */
    long now(Json object) {
        return object.text("test_clock")
                .flatMap(id -> find(Kind.TEST_CLOCK, id))
                .map(found -> found.number("frozen_time"))
                .orElseGet(this::now);
    }

    Json fresh(Kind kind) {
        return kind.fresh(now());
    }

    /** Keeps the object and says nothing. */
    Json keep(Json object) {
        objects.put(object.id(), object);
        return object;
    }

    /** Keeps a new object and says so. */
    Json add(Json object, String event) {
        keep(object);
        say(event, object);
        return object;
    }

    void remove(String id) {
        objects.remove(id);
    }

    Optional<Json> find(String id) {
        return Optional.ofNullable(objects.get(id));
    }

    Optional<Json> find(Kind kind, String id) {
        return find(id).filter(object -> object.is("object", kind.object()) && !object.flag("deleted"));
    }

    /**
     * The object of this id.
     *
     * @param param where the id came from
     * @throws StripeError.Refused if there is none
     */
    Json require(Kind kind, String id, String param) {
        return find(kind, id)
                .orElseThrow(() -> StripeError.noSuch(kind.object().replaceAll(".*\\.", ""), id, param)
                        .refused());
    }

    /** The object that a parameter names, if the parameter is there. */
    Optional<Json> named(Kind kind, Json params, String param) {
        return params.text(param).map(id -> require(kind, id, param));
    }

    /** All of a kind, the latest first. */
    List<Json> all(Kind kind) {
        List<Json> all = new ArrayList<>();
        objects.values().stream()
                .filter(object -> object.is("object", kind.object()) && !object.flag("deleted"))
                .forEach(all::addFirst);
        return all;
    }

    /** All of a kind whose field has this value, the latest first. */
    List<Json> all(Kind kind, String field, Object value) {
        return all(kind).stream().filter(object -> object.is(field, value)).toList();
    }

    /** Tells whoever listens. */
    void say(String event, Json object) {
        keep(journal.write(this, event, object, new Json()));
    }

    /** Tells whoever listens that the object changed, unless it did not. */
    void changed(String event, Json object, Json before) {
        Json difference = object.difference(before);
        if (!difference.isEmpty()) {
            keep(journal.write(this, event, object, difference));
        }
    }
}
