package io.chom.embedded;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The properties that each running part publishes; parts that start at the same time add theirs here. */
final class Addresses {

    private final Map<PartName, Map<String, String>> byPart = new ConcurrentHashMap<>();

    /** Reads what {@link #flat()} gave. */
    static Addresses of(Map<String, String> flat) {
        Addresses addresses = new Addresses();
        flat.forEach((key, value) -> {
            String[] partAndName = key.split("/", 2);
            addresses
                    .byPart
                    .computeIfAbsent(PartName.valueOf(partAndName[0]), part -> new TreeMap<>())
                    .put(partAndName[1], value);
        });
        return addresses;
    }

    void add(PartName part, Map<String, String> properties) {
        byPart.put(part, Map.copyOf(properties));
    }

    boolean has(PartName part) {
        return byPart.containsKey(part);
    }

    /** The properties of these parts. */
    Map<String, String> of(Set<PartName> parts) {
        Map<String, String> properties = new TreeMap<>();
        parts.forEach(part -> properties.putAll(byPart.getOrDefault(part, Map.of())));
        return properties;
    }

    /** Everything, each name with its part before it. */
    Map<String, String> flat() {
        Map<String, String> flat = new TreeMap<>();
        byPart.forEach((part, properties) -> properties.forEach((name, value) -> flat.put(part + "/" + name, value)));
        return flat;
    }
}
