package io.chom.theming.website;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * How much a page makes of the names in its style sheets: a class that a button has counts more than one that a paragraph
 * has, and one that nothing has does not count. Whether a selector really matches is not asked, only whether all of its
 * names are there, so that thousands of rules cost milliseconds.
 */
final class PageUse {

    private static final int MOST = 48;
    private static final int MOST_ELEMENTS = 20_000;
    private static final Pattern PSEUDO = Pattern.compile("::?[a-zA-Z-]+(\\([^()]*(\\([^()]*\\))?[^()]*\\))?");
    private static final Pattern NAME = Pattern.compile("[.#]?(?:[\\w-]|\\\\.|[^\\x00-\\x7f])+");
    private static final Pattern PRESSED = Pattern.compile("(?i).*(btn|button|cta).*");

    private final Map<String, Integer> weights = new HashMap<>();
    private final Set<String> ground;

    PageUse(Document page) {
        page.getAllElements().stream().limit(MOST_ELEMENTS).forEach(this::count);
        ground = page.select("html, body").stream().flatMap(PageUse::names).collect(Collectors.toSet());
    }

    private void count(Element element) {
        int weight = weight(element);
        names(element).forEach(name -> weights.merge(name, weight, (one, more) -> Math.min(MOST, one + more)));
    }

    /** How much the look of an element says about its house. */
    static int weight(Element element) {
        boolean isPressed = element.tagName().equals("button")
                || element.tagName().equals("input") && element.attr("type").equals("submit")
                || element.tagName().equals("a")
                        && PRESSED.matcher(element.className()).matches();
        return isPressed
                ? 12
                : switch (element.tagName()) {
                    case "a" -> 3;
                    case "header", "nav" -> 8;
                    case "h1", "h2" -> 2;
                    default -> 1;
                };
    }

    private static Stream<String> names(Element element) {
        var classes = Arrays.stream(element.className().split("\\s+"))
                .filter(name -> !name.isEmpty())
                .map(name -> "." + name);
        var id = element.id().isEmpty() ? Stream.<String>empty() : Stream.of("#" + element.id());
        return Stream.of(Stream.of(element.tagName()), classes, id).flatMap(all -> all);
    }

    /** How much speaks for what a rule with this selector says, 0 if nothing on the page can be meant. */
    int weight(String selector) {
        return named(selector).stream()
                .mapToInt(name -> weights.getOrDefault(name, 0))
                .min()
                .orElse(0);
    }

    /** Whether the selector means the whole page. */
    boolean isGround(String selector) {
        var names = named(selector);
        return selector.strip().equals(":root") || !names.isEmpty() && ground.containsAll(names);
    }

    private static List<String> named(String selector) {
        var bare =
                PSEUDO.matcher(selector.replace("\\:", "\u0001")).replaceAll("").replaceAll("\\[[^\\]]*]", "");
        return NAME.matcher(bare.replace("\u0001", "\\:"))
                .results()
                .map(match -> match.group().replace("\\", ""))
                .map(name -> name.startsWith(".") || name.startsWith("#") ? name : name.toLowerCase(Locale.ROOT))
                .toList();
    }
}
