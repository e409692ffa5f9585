package io.chom.embedded.stripe;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of one account. Whoever reads or writes them holds the lock of the sandbox. */
final class Shelf {

    private final String account;
    private final SandboxClock clock;
    private final Journal journal;
    private final boolean scratch;
    private final Map<String, Json> objects = new HashMap<>();
    private final Map<String, Map<String, Json>> kinds = new LinkedHashMap<>();

    Shelf(String account, SandboxClock clock, Journal journal) {
        this(account, clock, journal, false);
    }

    private Shelf(String account, SandboxClock clock, Journal journal, boolean scratch) {
        this.account = account;
        this.clock = clock;
        this.journal = journal;
        this.scratch = scratch;
    }

    /** A copy on which something can be tried that nobody hears of. */
    Shelf scratch() {
        Shelf copy = new Shelf(account, clock, journal, true);
        kinds.forEach((kind, all) -> {
            if (!Kind.EVENT.object().equals(kind)) {
                all.values().forEach(object -> copy.keep(object.copy()));
            }
        });
        return copy;
    }

    /** All that there is, in the order in which it came. */
    List<Json> everything() {
        return kinds.values().stream().flatMap(kind -> kind.values().stream()).toList();
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
        kinds.computeIfAbsent(object.string("object"), kind -> new LinkedHashMap<>())
                .put(object.id(), object);
        return object;
    }

    /** Keeps a new object and says so. */
    Json add(Json object, String event) {
        keep(object);
        say(event, object);
        return object;
    }

    void remove(String id) {
        Json removed = objects.remove(id);
        if (removed != null) {
            kinds.getOrDefault(removed.string("object"), Map.of()).remove(id);
        }
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
        return kinds.getOrDefault(kind.object(), Map.of()).values().stream()
                .filter(object -> !object.flag("deleted"))
                .toList()
                .reversed();
    }

    /** All of a kind whose field has this value, the latest first. */
    List<Json> all(Kind kind, String field, Object value) {
        return all(kind).stream().filter(object -> object.is(field, value)).toList();
    }

    /** Tells whoever listens. */
    void say(String event, Json object) {
        if (!scratch) {
            keep(journal.write(this, event, object, new Json()));
        }
    }

    /** Tells whoever listens that the object changed, unless it did not. */
    void changed(String event, Json object, Json before) {
        Json difference = object.difference(before);
        if (!difference.isEmpty() && !scratch) {
            keep(journal.write(this, event, object, difference));
        }
    }
}
