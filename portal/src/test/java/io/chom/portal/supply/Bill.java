package io.chom.portal.supply;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials (CycloneDX) that the build writes beside the jars and puts into them. */
record Bill(List<Part> parts) {

    static final Path FILE = Path.of("target", "application.cdx.json");

    /**
     * A part of the program.
     *
     * @param file the name of its jar
     * @param required whether portal.jar has it too, not only portal-embedded.jar
     * @param licences what its publisher names, all of it
     */
    record Part(String group, String file, boolean required, String sha256, List<String> licences) {

        boolean own() {
            return group.equals("io.chom");
        }
    }

    static Bill read(String json) {
        List<Part> parts = new ArrayList<>();
        JsonMapper.shared().readTree(json).get("components").forEach(component -> parts.add(part(component)));
        return new Bill(List.copyOf(parts));
    }

    private static Part part(JsonNode component) {
        return new Part(
                component.get("group").asString(),
                file(component),
                component.get("scope").asString().equals("required"),
                children(component, "hashes")
                        .filter(hash -> hash.get("alg").asString().equals("SHA-256"))
                        .map(hash -> hash.get("content").asString())
                        .findAny()
                        .orElse(""),
                children(component, "licenses").map(Bill::licence).toList());
    }

    private static String file(JsonNode component) {
        String purl = component.get("purl").asString();
        String classifier = purl.contains("classifier=") ? "-" + purl.replaceAll(".*classifier=([^&]*).*", "$1") : "";
        return component.get("name").asString() + "-" + component.get("version").asString() + classifier + ".jar";
    }

    private static String licence(JsonNode choice) {
        JsonNode licence = choice.path("license");
        return choice.path("expression")
                .asString(licence.path("id").asString(licence.path("name").asString("")));
    }

    private static Stream<JsonNode> children(JsonNode node, String name) {
        List<JsonNode> children = new ArrayList<>();
        node.path(name).forEach(children::add);
        return children.stream();
    }
}
