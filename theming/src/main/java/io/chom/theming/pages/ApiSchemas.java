package io.chom.theming.pages;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The named shapes of an API and how a shape is put in words. */
record ApiSchemas(Node document) {

    /** A named shape. */
    record Schema(String name, String anchor, List<String> text, List<Field> fields, String values) {}

    /** A member of a shape, a parameter, or an answer's header. */
    record Field(String name, String type, String link, boolean required, String where, List<String> text) {}

    static ApiSchemas of(Node document) {
        return new ApiSchemas(document);
    }

    List<Schema> all() {
        return document.at("components").at("schemas").members().entrySet().stream()
                .map(entry -> schema(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<Field> fields(Node schema) {
        var shape = target(schema);
        var required = shape.at("required").items().stream().map(Node::value).toList();
        return Stream.concat(
                        shape.at("allOf").items().stream().flatMap(part -> fields(part).stream()),
                        shape.at("properties").members().entrySet().stream()
                                .map(entry -> field(entry, required.contains(entry.getKey()))))
                .toList();
    }

    Field field(Map.Entry<String, Node> member, boolean required) {
        var schema = member.getValue();
        return new Field(member.getKey(), type(schema), link(schema), required, "", schema.paragraphs("description"));
    }

    /** For example {@code list of UsageEvent}, {@code string (date-time)}, {@code a | b}. */
    String type(Node schema) {
        var reference = schema.text("$ref", "");
        if (!reference.isEmpty()) {
            return nameOf(reference);
        }
        if (schema.at("enum").isPresent()) {
            return values(schema);
        }
        var choices = Stream.of("oneOf", "anyOf")
                .flatMap(key -> schema.at(key).items().stream())
                .toList();
        if (!choices.isEmpty()) {
            return choices.stream().map(this::type).distinct().collect(Collectors.joining(" | "));
        }
        return plain(schema);
    }

    /** The anchor of the named shape behind a schema, or an empty text. */
    String link(Node schema) {
        var reference = schema.text("$ref", schema.at("items").text("$ref", ""));
        return reference.isEmpty() ? "" : anchor(nameOf(reference));
    }

    Node target(Node schema) {
        var reference = schema.text("$ref", "");
        return reference.isEmpty() ? schema : document.resolve(reference);
    }

    private String plain(Node schema) {
        var kinds = schema.at("type").items().stream()
                .map(kind -> String.valueOf(kind.value()))
                .toList();
        var kind = kinds.isEmpty() ? schema.text("type", "object") : String.join(" | ", kinds);
        if (kind.equals("array")) {
            return "list of " + type(schema.at("items"));
        }
        var format = schema.text("format", "");
        return format.isEmpty() ? kind : kind + " (" + format + ")";
    }

    private Schema schema(String name, Node schema) {
        return new Schema(name, anchor(name), schema.paragraphs("description"), fields(schema), values(schema));
    }

    private static String values(Node schema) {
        return schema.at("enum").items().stream()
                .map(value -> String.valueOf(value.value()))
                .collect(Collectors.joining(" | "));
    }

    private static String nameOf(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String anchor(String name) {
        return "schema-" + name.replaceAll("[^A-Za-z0-9_-]", "-");
    }
}
