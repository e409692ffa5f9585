package io.chom.tenants.catalog;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Documents with one thing changed that may or may not be allowed: the same ones for the same seed. JSON is YAML too. */
final class Damages {

    private static final JsonMapper JSON = new JsonMapper();

    /** What may be written instead of something, right in some places and wrong in most. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "2.0",
            "0.5",
            "6",
            "7",
            "9999",
            "10000",
            "99999999999",
            "1000000000000001",
            "\"\"",
            "\" \"",
            "28",
            "29",
            "\"a\"",
            "\"A b\"",
            "\"9.90\"",
            "\"5\"",
            "\"-1\"",
            "\"1e3\"",
            "\".5\"",
            "\"5.\"",
            "\"+5\"",
            "\"0.00\"",
            "\"1234567890123\"",
            "\"usd\"",
            "\"US\"",
            "\"EUR\"",
            "\"sum\"",
            "\"max\"",
            "\"count\"",
            "\"unique\"",
            "\"latest\"",
            "\"time_weighted\"",
            "\"hour\"",
            "[\"eu\"]",
            "{\"region\":[\"eu\"]}",
            "{\"region\":[]}",
            "\"month\"",
            "\"day\"",
            "\"metered\"",
            "\"soft\"",
            "\"hard\"",
            "\"once\"",
            "\"monthly\"",
            "\"resell\"",
            "\"next_invoice\"",
            "\"now\"",
            "\"full\"",
            "\"none\"",
            "\"Sum\"",
            "[]",
            "[\"resell\"]",
            "[\"moon\"]",
            "[1]",
            "{}",
            "{\"name\":\"N\"}",
            "{\"included\":1,\"price\":\"1\"}",
            "{\"included\":1,\"price\":\"1\",\"yearly\":\"9\"}",
            "{\"de\":{\"name\":\"N\"}}",
            "{\"sites\":{\"included\":1,\"enforcement\":\"soft\"}}",
            "{\"package\":{\"size\":2,\"price\":\"1\"}}",
            "{\"package\":{\"size\":0,\"price\":\"1\"}}",
            "{\"volume\":[{\"price\":\"1\"}]}",
            "{\"graduated\":[]}",
            "[{\"price\":\"1\"}]");

    private static final List<String> NAMES = List.of(
            "catalogue",
            "version",
            "currency",
            "storefront",
            "proration",
            "meters",
            "plans",
            "products",
            "name",
            "unit",
            "one",
            "aggregation",
            "attribute",
            "where",
            "decimals",
            "in",
            "price",
            "entitlements",
            "allowances",
            "included",
            "per",
            "enforcement",
            "overage_price",
            "overage",
            "package",
            "graduated",
            "volume",
            "up_to",
            "flat",
            "size",
            "charged",
            "seats",
            "yearly",
            "most",
            "de",
            "german",
            "Sites",
            "sites",
            "a/b",
            "a~b",
            "a-b",
            "a_b",
            "x",
            "",
            "1",
            "a-name-that-is-longer-than-forty-letters-");

    private final JsonNode sound;
    private final Random random;

    Damages(String sound, long seed) {
        this.sound = YAMLMapper.shared().readTree(sound);
        this.random = new Random(seed);
    }

    /** The next one. */
    String next() {
        var tree = sound.deepCopy();
        var holders = holders(tree).toList();
        var holder = pick(holders);
        switch (holder) {
            case ObjectNode object -> damage(object);
            case ArrayNode array -> damage(array);
            default -> throw new IllegalStateException("Only those hold anything.");
        }
        return JSON.writeValueAsString(tree);
    }

    private void damage(ObjectNode object) {
        List<String> names = new ArrayList<>(object.propertyNames());
        @Nullable String name = names.isEmpty() ? null : pick(names);
        int way = random.nextInt(8);
        if (name == null || way == 0) {
            object.set(pick(NAMES), JSON.readTree(pick(VALUES)));
        } else if (way == 1) {
            object.remove(name);
        } else if (way == 2) {
            object.set(pick(NAMES), object.remove(name));
        } else if (way == 3) {
            // To the end: the order of plans means something.
            object.set(name, object.remove(name));
        } else {
            object.set(name, JSON.readTree(pick(VALUES)));
        }
    }

    private void damage(ArrayNode array) {
        if (array.isEmpty() || random.nextBoolean()) {
            array.add(JSON.readTree(pick(VALUES)));
        } else {
            array.remove(random.nextInt(array.size()));
        }
    }

    private static Stream<ContainerNode<?>> holders(JsonNode node) {
        if (!(node instanceof ContainerNode<?> holder)) {
            return Stream.empty();
        }
        Iterator<JsonNode> within = node.values().iterator();
        Stream<ContainerNode<?>> deeper = Stream.generate(() -> within.hasNext() ? within.next() : null)
                .takeWhile(one -> one != null)
                .flatMap(Damages::holders);
        return Stream.concat(Stream.of(holder), deeper);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
