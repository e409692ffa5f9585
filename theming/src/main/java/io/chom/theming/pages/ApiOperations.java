package io.chom.theming.pages;

import io.chom.theming.pages.ApiSchemas.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The calls of an API, grouped by tag in the order of the document. */
record ApiOperations(Node document, ApiSchemas schemas, String server) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /** The calls under one tag. */
    record Group(String name, List<String> text, List<Operation> operations) {}

    /** One call. */
    record Operation(
            String method,
            String verb,
            String path,
            String anchor,
            String title,
            List<String> text,
            boolean deprecated,
            List<Field> parameters,
            boolean hasParameters,
            Body body,
            List<Answer> answers,
            String curl) {}

    /** What a call is sent; without a type it is sent nothing. */
    record Body(String type, String link, List<Field> fields) {}

    /** What a call may answer. */
    record Answer(String status, boolean good, String text, String type, String link) {}

    static ApiOperations of(Node document, String server) {
        return new ApiOperations(document, ApiSchemas.of(document), server);
    }

    List<Group> groups() {
        var byTag = new LinkedHashMap<String, List<Operation>>();
        document.at("tags").items().forEach(tag -> byTag.put(tag.text("name", ""), new ArrayList<>()));
        document.at("paths")
                .members()
                .forEach((path, item) -> item.members().entrySet().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> byTag.computeIfAbsent(tag(entry.getValue()), tag -> new ArrayList<>())
                                .add(operation(path, item, entry))));
        return byTag.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Group(entry.getKey(), about(entry.getKey()), entry.getValue()))
                .toList();
    }

    private Operation operation(String path, Node item, Map.Entry<String, Node> entry) {
        var call = entry.getValue();
        var method = entry.getKey();
        var parameters = parameters(item, call);
        var body = schemas.target(call.at("requestBody")).at("content").at("application/json");
        return new Operation(
                method,
                method.toUpperCase(Locale.ROOT),
                path,
                (method + path).replaceAll("[^A-Za-z0-9]+", "-"),
                call.text("summary", path),
                call.paragraphs("description"),
                call.flag("deprecated"),
                parameters,
                !parameters.isEmpty(),
                body(body.at("schema")),
                answers(call),
                new CurlExample(schemas, server).of(method, path, body));
    }

    private List<Field> parameters(Node item, Node call) {
        return Stream.of(item, call)
                .flatMap(holder -> holder.at("parameters").items().stream())
                .map(schemas::target)
                .map(this::parameter)
                .toList();
    }

    private Field parameter(Node parameter) {
        var schema = parameter.at("schema");
        return new Field(
                parameter.text("name", ""),
                schemas.type(schema),
                schemas.link(schema),
                parameter.flag("required"),
                parameter.text("in", ""),
                parameter.paragraphs("description"));
    }

    /** A list is described by the fields of its items. */
    private Body body(Node schema) {
        var shape = schemas.target(schema);
        var fields = schemas.fields(shape.at("items").isPresent() ? shape.at("items") : shape);
        return new Body(schema.isPresent() ? schemas.type(schema) : "", schemas.link(schema), fields);
    }

    private List<Answer> answers(Node call) {
        return call.at("responses").members().entrySet().stream()
                .map(entry -> answer(entry.getKey(), schemas.target(entry.getValue())))
                .toList();
    }

    private Answer answer(String status, Node answer) {
        var content = answer.at("content").members().values().stream().findFirst();
        var schema = content.map(body -> body.at("schema")).orElse(Node.of(null));
        var type = schema.isPresent() ? schemas.type(schema) : "";
        return new Answer(status, status.startsWith("2"), answer.text("description", ""), type, schemas.link(schema));
    }

    private List<String> about(String tag) {
        return document.at("tags").items().stream()
                .filter(candidate -> candidate.text("name", "").equals(tag))
                .findFirst()
                .map(found -> found.paragraphs("description"))
                .orElse(List.of());
    }

    private static String tag(Node call) {
        return call.at("tags").items().stream()
                .findFirst()
                .map(tag -> String.valueOf(tag.value()))
                .orElse("Calls");
    }
}
