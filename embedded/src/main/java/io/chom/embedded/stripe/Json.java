package io.chom.embedded.stripe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object whose fields keep their order. A value is a text, a number, a boolean, a list, another object or null. */
final class Json {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    static Json of(String name, @Nullable Object value) {
        return new Json().set(name, value);
    }

    /** From maps and lists; whole numbers are long ones, as everywhere here. */
    static Json read(Map<?, ?> plain) {
        Json json = new Json();
        plain.forEach((name, value) -> json.set(String.valueOf(name), read(value)));
        return json;
    }

    private static @Nullable Object read(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> inner -> read(inner);
            case List<?> list -> {
                List<@Nullable Object> read = new ArrayList<>();
                list.forEach(each -> read.add(read(each)));
                yield read;
            }
            case Integer number -> number.longValue();
            case null, default -> value;
        };
    }

    /** A page of a list as Stripe writes it. */
    static Json list(String url, List<Json> data, boolean more) {
        return of("object", "list").set("data", data).set("has_more", more).set("url", url);
    }

    Json set(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    void remove(String name) {
        fields.remove(name);
    }

    Set<String> names() {
        return Set.copyOf(fields.keySet());
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Whether the field is there, be it null. */
    boolean names(String name) {
        return fields.containsKey(name);
    }

    /** Whether the field has a value. */
    boolean has(String name) {
        return fields.get(name) != null;
    }

    @Nullable
    Object get(String name) {
        return fields.get(name);
    }

    /** The field as text, or nothing. */
    Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** A text that is always there. */
    String string(String name) {
        return text(name).orElseThrow(() -> new IllegalStateException(name + " is missing in " + plain()));
    }

    String id() {
        return string("id");
    }

    boolean is(String name, @Nullable Object value) {
        return Objects.equals(fields.get(name), value);
    }

    /** The number, 0 if there is none. */
    long number(String name) {
        return number(name, 0);
    }

    long number(String name, long otherwise) {
        return fields.get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    /** The object in this field; an empty one that belongs to nobody if there is none. */
    Json at(String name) {
        return fields.get(name) instanceof Json inner ? inner : new Json();
    }

    /** The objects in this field, a list or the page of a list. */
    List<Json> objects(String name) {
        Object value = fields.get(name);
        if (value instanceof Json page) {
            return page.objects("data");
        }
        return value instanceof List<?> list ? only(list, Json.class) : List.of();
    }

    /** The texts in this list. */
    List<String> texts(String name) {
        return fields.get(name) instanceof List<?> list ? only(list, String.class) : List.of();
    }

    private static <T> List<T> only(List<?> list, Class<T> type) {
        return list.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Takes over every field of the other, and those of objects within objects; null empties a field. */
    Json merge(Json other) {
        other.fields.forEach((name, value) -> {
            if (value instanceof Json theirs && fields.get(name) instanceof Json ours) {
                ours.merge(theirs);
            } else {
                fields.put(name, copy(value));
            }
        });
        return this;
    }

    /** Takes out the fields without a value: how metadata loses what was set to nothing. */
    Json withoutNulls() {
        fields.values().removeIf(Objects::isNull);
        return this;
    }

    /** The fields of the other that differ here, as they are there. */
    Json difference(Json before) {
        Json difference = new Json();
        fields.forEach((name, value) -> {
            if (!Objects.equals(plain(value), plain(before.get(name)))) {
                difference.set(name, copy(before.get(name)));
            }
        });
        return difference;
    }

    /** With those of these objects in it that say the same, in the place of what stands there. */
    Json linked(Map<String, Json> known) {
        fields.replaceAll((name, value) -> linked(value, known));
        return this;
    }

    private @Nullable Object linked(@Nullable Object value, Map<String, Json> known) {
        return switch (value) {
            case Json inner -> {
                Json same = inner.text("id").map(known::get).orElse(null);
                boolean isSame = same != null && same != this && same.plain().equals(inner.plain());
                yield isSame ? same : inner.linked(known);
            }
            case List<?> list -> {
                List<@Nullable Object> linked = new ArrayList<>();
                list.forEach(each -> linked.add(linked(each, known)));
                yield linked;
            }
            case null, default -> value;
        };
    }

    Json copy() {
        Json copy = new Json();
        fields.forEach((name, value) -> copy.set(name, copy(value)));
        return copy;
    }

    /** As maps and lists. */
    Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        fields.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case Json inner -> inner.copy();
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(each -> copy.add(copy(each)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Json inner -> inner.plain();
            case List<?> list -> {
                List<@Nullable Object> plain = new ArrayList<>();
                list.forEach(each -> plain.add(plain(each)));
                yield plain;
            }
            case null, default -> value;
        };
    }
}
