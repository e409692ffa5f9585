package io.chom.embedded.stripe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Parameters as Stripe's clients write them: {@code items[0][price]=price_1&metadata[color]=red}. */
final class Form {

    private static final Pattern INDEX = Pattern.compile("\\d{1,6}");
    private static final Set<String> NEVER_LISTS = Set.of("metadata", "payload");

    private Form() {}

    /** Every value is a text still. */
    static Json parse(String encoded) {
        Json tree = new Json();
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                String[] nameAndValue = pair.split("=", 2);
                put(tree, path(decode(nameAndValue[0])), nameAndValue.length == 1 ? "" : decode(nameAndValue[1]));
            }
        }
        return withLists(tree);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static List<String> path(String name) {
        int bracket = name.indexOf('[');
        if (bracket < 1 || !name.endsWith("]")) {
            return List.of(name);
        }
        List<String> path = new ArrayList<>(List.of(name.substring(0, bracket)));
        path.addAll(List.of(name.substring(bracket + 1, name.length() - 1).split("]\\[", -1)));
        return path;
    }

    private static void put(Json tree, List<String> path, String value) {
        String name = path.getFirst().isEmpty() ? String.valueOf(tree.names().size()) : path.getFirst();
        if (path.size() == 1) {
            tree.set(name, value);
            return;
        }
        if (!(tree.get(name) instanceof Json)) {
            tree.set(name, new Json());
        }
        put(tree.at(name), path.subList(1, path.size()), value);
    }

    private static Json withLists(Json tree) {
        for (String name : tree.names()) {
            if (tree.get(name) instanceof Json inner && !NEVER_LISTS.contains(name)) {
                Json converted = withLists(inner);
                tree.set(name, isList(inner) ? elements(converted) : converted);
            }
        }
        return tree;
    }

    private static boolean isList(Json inner) {
        return inner.names().stream().allMatch(name -> INDEX.matcher(name).matches());
    }

    private static List<Object> elements(Json inner) {
        return inner.names().stream()
                .sorted(Comparator.comparingInt(Integer::parseInt))
                .<Object>map(name -> Objects.requireNonNull(inner.get(name)))
                .toList();
    }
}
