package io.chom.tenants.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What editors tell whoever writes a catalogue is what the program will say of it. */
class CatalogueSchemaTest {

    private static final String SCHEMA = read(new ClassPathResource("config/catalogues/catalogue.schema.json"));

    /** What a schema cannot know: it sees one place at a time, and no list of currencies. */
    private static final List<String> BEYOND = List.of(
            "is not one of the meters of this catalogue.",
            "must rise, each tier up_to more",
            "must say a price in each currency of the catalogue",
            "is missing: every price stands in each currency",
            "is no currency of this catalogue",
            "must be another currency",
            "with at most 0 decimals",
            "must be at least as many");

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA, InputFormat.JSON);

    @Test
    void every_shipped_file_fits_and_tells_editors_so() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources(CatalogueConfiguration.SHIPPED);

        assertThat(files).hasSizeGreaterThan(3).allSatisfy(file -> {
            assertThat(complaints(json(read(file)))).isEmpty();
            assertThat(read(file)).startsWith("# yaml-language-server: $schema=catalogue.schema.json\n");
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void schema_and_reader_refuse_the_same(long seed) {
        // Of the last two, the one with several currencies.
        var damages = new Damages(seed > 2 ? Whole.SEVERAL : Whole.TEXT, seed);
        var disputed = new ArrayList<String>();
        int refused = 0;
        for (int at = 0; at < 2_500; at++) {
            var damaged = damages.next();
            var ofReader = complaint(damaged);
            var ofSchema = complaints(damaged);
            refused += ofSchema.isEmpty() ? 0 : 1;
            if (ofReader.isEmpty() != ofSchema.isEmpty() && BEYOND.stream().noneMatch(ofReader::contains)) {
                disputed.add(damaged + "\n  reader: " + ofReader + "\n  schema: " + ofSchema);
            }
        }

        assertThat(disputed.stream().limit(3)).isEmpty();
        assertThat(refused).isBetween(1_000, 2_400);
    }

    /** So that the laws about damaged documents speak of every entry. */
    @Test
    void the_whole_document_has_every_entry_of_the_schema() {
        var known = new TreeSet<String>();
        properties(JsonMapper.shared().readTree(SCHEMA)).forEach(known::add);
        var used = new TreeSet<String>();
        for (var text : List.of(Whole.TEXT, Whole.SEVERAL)) {
            names(YAMLMapper.shared().readTree(text)).forEach(used::add);
            assertThat(complaints(json(text))).isEmpty();
        }
        assertThat(known).hasSizeGreaterThan(20);
        assertThat(used).containsAll(known);
    }

    private List<String> complaints(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String complaint(String json) {
        try {
            CatalogueOf.file("damaged.yaml", json);
            return "";
        } catch (InvalidCatalogue e) {
            assertThat(e).hasMessageMatching("(?s)damaged\\.yaml:1: .+");
            return e.getMessage();
        }
    }

    private static Stream<String> properties(JsonNode schema) {
        return Stream.concat(
                schema.path("properties").propertyNames().stream(),
                schema.values().stream().flatMap(CatalogueSchemaTest::properties));
    }

    private static Stream<String> names(JsonNode document) {
        return Stream.concat(
                document.propertyNames().stream(), document.values().stream().flatMap(CatalogueSchemaTest::names));
    }

    private static String json(String yaml) {
        return YAMLMapper.shared().readTree(yaml).toString();
    }

    private static String read(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
