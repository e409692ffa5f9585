package io.chom.tenants.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A YAML text of one document in which every name stands once and nothing refers to anything else.
 *
 * @param text to the letter
 */
record Document(String name, String text) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * From the bytes of a file.
     *
     * @throws InvalidCatalogue if they are no text in UTF-8
     */
    static Document of(String name, byte[] content) {
        try {
            return new Document(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new InvalidCatalogue(name, "", "is not a text in UTF-8: save it in that encoding.");
        }
    }

    /**
     * The entry that holds all others.
     *
     * @throws InvalidCatalogue if this is no such YAML
     */
    Field top() {
        try {
            var source = new Source(name, lines());
            JsonNode tree = YAML.readTree(text);
            return new Field(source, "", tree);
        } catch (JacksonException e) {
            throw new InvalidCatalogue(
                    name + ":" + Math.max(1, e.getLocation().getLineNr()), "", "is not YAML: " + sentence(e));
        }
    }

    private Map<String, Integer> lines() {
        var lines = new HashMap<String, Integer>();
        try (var parser = (YAMLParser) YAML.createParser(text)) {
            while (parser.nextToken() != null) {
                String path = parser.streamReadContext().pathAsPointer().toString();
                lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
                if (parser.isCurrentAlias()) {
                    // It would be read as the text of its name.
                    throw new Source(name, lines).wrong(path, "must be written out, not refer to another place by *.");
                }
            }
        }
        return lines;
    }

    private static String sentence(JacksonException e) {
        return e.getOriginalMessage().strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
