package io.chom.theming.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a JSON document; asking for what is not there gives an empty place, never an error. */
record Node(@Nullable Object value) {
    private static final Node NOTHING = new Node(null);

    static Node of(@Nullable Object value) {
        return value == null ? NOTHING : new Node(value);
    }

    boolean isPresent() {
        return value != null;
    }

    Node at(String key) {
        return value instanceof Map<?, ?> map ? of(map.get(key)) : NOTHING;
    }

    /** Follows {@code #/a/b}; anything else leads nowhere. */
    Node resolve(String reference) {
        if (!reference.startsWith("#/")) {
            return NOTHING;
        }
        var place = this;
        for (var key : reference.substring(2).split("/")) {
            place = place.at(key.replace("~1", "/").replace("~0", "~"));
        }
        return place;
    }

    Map<String, Node> members() {
        var members = new LinkedHashMap<String, Node>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> members.put(String.valueOf(key), of(member)));
        }
        return members;
    }

    List<Node> items() {
        var items = new ArrayList<Node>();
        if (value instanceof List<?> list) {
            list.forEach(item -> items.add(of(item)));
        }
        return items;
    }

    String text(String key, String otherwise) {
        var found = at(key).value;
        return found == null ? otherwise : found.toString();
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(at(key).value);
    }

    List<String> paragraphs(String key) {
        return text(key, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
