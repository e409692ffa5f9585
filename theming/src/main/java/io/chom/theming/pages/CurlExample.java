package io.chom.theming.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a call as a line for a shell, with a body made from the examples in the schema. */
record CurlExample(ApiSchemas schemas, String server) {
    private static final int DEEPEST = 6;

    String of(String method, String path, Node body) {
        var verb = method.equals("get") ? "curl " : "curl -X " + method.toUpperCase(Locale.ROOT) + " ";
        var lines = Stream.of(
                verb + server + path,
                "  -H \"Authorization: Bearer $API_KEY\"",
                body.isPresent() ? "  -H \"Content-Type: application/json\"" : "",
                body.isPresent() ? "  -d " + quoted(json(sample(body, 0), "  ")) : "");
        return lines.filter(line -> !line.isEmpty()).collect(Collectors.joining(" \\\n"));
    }

    /** A schema may lead back to itself; an example ends somewhere. */
    private Node sample(Node holder, int depth) {
        if (holder.at("example").isPresent()) {
            return holder.at("example");
        }
        var named = holder.at("examples").members().values().stream().findFirst();
        if (named.isPresent()) {
            return named.get().at("value");
        }
        var listed = holder.at("examples").items();
        if (!listed.isEmpty()) {
            return listed.getFirst();
        }
        var schema = schemas.target(holder.at("schema").isPresent() ? holder.at("schema") : holder);
        return depth > DEEPEST || schema.equals(holder) ? made(schema, depth) : sample(schema, depth + 1);
    }

    private Node made(Node schema, int depth) {
        if (depth <= DEEPEST && schema.at("items").isPresent()) {
            return Node.of(List.of(orNull(sample(schema.at("items"), depth + 1))));
        }
        if (depth <= DEEPEST && schema.at("properties").isPresent()) {
            return Node.of(schema.at("properties").members().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> orNull(sample(entry.getValue(), depth + 1)),
                            (first, second) -> first,
                            LinkedHashMap::new)));
        }
        return simple(schema);
    }

    private Node simple(Node schema) {
        var allowed = schema.at("enum").items();
        if (!allowed.isEmpty()) {
            return allowed.getFirst();
        }
        return Node.of(
                switch (schemas.type(schema)) {
                    case "integer", "integer (int32)", "integer (int64)", "number", "number (double)" -> 1;
                    case "boolean" -> true;
                    case "string (date-time)" -> "2026-01-31T12:00:00Z";
                    case "string (date)" -> "2026-01-31";
                    case "string (uuid)" -> "019b1e2a-7c40-7d3b-9a51-6f2d1c0b8e47";
                    case "object" -> Map.of();
                    default -> "text";
                });
    }

    private static Object orNull(Node node) {
        return node.isPresent() ? node : "";
    }

    private static String json(Node node, String indent) {
        var value = node.value() instanceof Node inner ? inner : node;
        if (!value.items().isEmpty()) {
            return value.items().stream().map(item -> json(item, indent)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (!value.members().isEmpty()) {
            return value.members().entrySet().stream()
                    .map(entry -> indent + "  " + text(entry.getKey()) + ": " + json(entry.getValue(), indent + "  "))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        return scalar(value.value());
    }

    private static String scalar(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Map<?, ?> empty -> "{}";
            case List<?> empty -> "[]";
            default -> text(value.toString());
        };
    }

    private static String text(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String quoted(String json) {
        return "'" + json.replace("'", "'\\''") + "'";
    }
}
