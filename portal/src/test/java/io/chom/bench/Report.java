package io.chom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures in {@code report.json} and {@code report.txt}. A run of some stages replaces their figures and keeps the
 * others; it is written after every stage, so a run that is broken off has told what it knew.
 */
final class Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String BEGIN = "<!-- figures of ./chom bench -->";
    private static final String END = "<!-- end of figures -->";

    private final Path folder;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<String, List<String>> raw = new LinkedHashMap<>();

    Report(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        Path earlier = folder.resolve("report.json");
        if (Files.exists(earlier)) {
            JsonNode read = JSON.readTree(Files.readString(earlier));
            read.get("figures").forEach(node -> {
                Figure figure = JSON.treeToValue(node, Figure.class);
                figures.put(figure.name(), figure);
            });
            read.get("raw")
                    .properties()
                    .forEach(entry -> raw.put(
                            entry.getKey(),
                            entry.getValue()
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList()));
        }
    }

    /** What a stage measured, with the readings that its figures were made of. */
    void add(String stage, List<String> readings, List<Figure> measured) throws IOException {
        raw.put(stage, List.copyOf(readings));
        measured.forEach(figure -> figures.put(figure.name(), figure));
        write();
    }

    private void write() throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        content.put("machine", Machine.facts());
        content.put("figures", List.copyOf(figures.values()));
        content.put("raw", raw);
        Files.write(folder.resolve("report.json"), JSON.writeValueAsBytes(content));
        Files.writeString(folder.resolve("report.txt"), text());
    }

    /** As a table of Markdown, which reads well as it is. */
    String text() {
        List<String> lines = new ArrayList<>(List.of("| Figure | Measured | Goal | |", "| --- | ---: | ---: | --- |"));
        figures.values()
                .forEach(figure -> lines.add("| %s | %s %s | %s | %s |"
                        .formatted(
                                figure.about(),
                                Figure.plain(figure.value()),
                                figure.unit().equals("ratio") ? "×" : figure.unit(),
                                figure.demand(),
                                figure.isMet() ? "met" : "**missed**")));
        lines.add("");
        lines.add(String.join(" · ", Machine.facts().values()) + ".");
        return String.join("\n", lines) + "\n";
    }

    /** Puts the table between its marks in a document. */
    void publish(Path document) throws IOException {
        String content = Files.readString(document);
        int begin = content.indexOf(BEGIN) + BEGIN.length();
        int end = content.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new IOException(document + " has no place for the figures: " + BEGIN + " … " + END);
        }
        Files.writeString(document, content.substring(0, begin) + "\n" + text() + content.substring(end));
    }

    boolean isMet() {
        return figures.values().stream().allMatch(Figure::isMet);
    }
}
