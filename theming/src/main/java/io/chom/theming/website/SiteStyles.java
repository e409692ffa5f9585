package io.chom.theming.website;

import com.helger.css.utils.ECSSColor;
import io.chom.theming.Color;
import io.chom.theming.CssColor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** What a page and its style sheets say about colours and type. */
final class SiteStyles {

    private static final Pattern COLOR = Pattern.compile(
            "#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsla?|oklch)\\([^()]*\\)|(?<![\\w-])[a-zA-Z]{3,20}(?![\\w(-])");
    private static final Pattern TRIPLE = Pattern.compile("[0-9.]+(deg)?\\s+[0-9.]+%\\s+[0-9.]+%");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,3}[\\s,]+[0-9]{1,3}[\\s,]+[0-9]{1,3}");
    private static final Pattern OF_THE_HOUSE =
            Pattern.compile("(?i)--(?:.*-)?(primary|brand|accent|main|theme)(-?color)?(-(default|base|500|600))?");
    private static final Pattern OF_THE_GROUND = Pattern.compile("(?i)--(?:.*-)?(background|bg|bg-color|body-bg)");
    /** What every site of a popular kit declares, whether it is worn or not. */
    private static final Color KIT = Color.of("#0d6efd");

    private final Document page;
    private final PageUse use;
    private final StyleRules rules;

    SiteStyles(Document page, List<String> sheets) {
        this.page = page;
        this.use = new PageUse(page);
        this.rules = StyleRules.of(sheets);
    }

    /** The colours of the house, the most used first. */
    List<Color> accents() {
        var votes = new ColorVotes();
        colors(page.select("meta[name=theme-color]").attr("content")).forEach(color -> votes.add(color, 60));
        rules.properties().forEach((name, value) -> {
            if (OF_THE_HOUSE.matcher(name).matches()) {
                property(value).ifPresent(color -> votes.add(color, color.equals(KIT) ? 5 : 40));
            }
        });
        rules.all().forEach(rule -> vote(votes, rule));
        page.select("[style]").stream()
                .limit(2_000)
                .filter(element -> !element.tagName().equals("body"))
                .forEach(element -> declared(element.attr("style"))
                        .forEach(one -> vote(votes, one[0], one[1], PageUse.weight(element))));
        page.select("[bgcolor]")
                .forEach(element -> colors(element.attr("bgcolor")).forEach(color -> votes.add(color, 6)));
        return votes.winners();
    }

    private void vote(ColorVotes votes, StyleRules.Rule rule) {
        var weight = rule.selectors().stream()
                .filter(selector -> !use.isGround(selector))
                .mapToInt(use::weight)
                .max()
                .orElse(0);
        if (weight > 0) {
            rule.declarations().forEach((name, value) -> vote(votes, name, value, weight));
        }
    }

    private void vote(ColorVotes votes, String name, String value, int weight) {
        var factor = switch (name) {
            case "background", "background-color", "background-image" -> 3;
            case "color", "fill" -> 2;
            case "border-color", "border", "border-bottom", "border-bottom-color", "stroke" -> 1;
            default -> 0;
        };
        if (factor > 0) {
            colors(rules.resolved(value)).forEach(color -> votes.add(color, weight * factor));
        }
    }

    /** The colour behind everything. */
    Optional<Color> background() {
        var inline = Stream.of(page.body().attr("bgcolor"))
                .filter(color -> !color.isEmpty())
                .map(color -> new String[] {"background", color});
        return Stream.concat(inline, declared(page.body().attr("style")))
                .filter(one -> one[0].startsWith("background"))
                .flatMap(one -> colors(rules.resolved(one[1])).findFirst().stream())
                .reduce((first, last) -> last)
                .or(() -> ofGround("background-color", "background")
                        .flatMap(value -> colors(rules.resolved(value)).findFirst().stream())
                        .reduce((first, last) -> last))
                .or(() -> rules.properties().entrySet().stream()
                        .filter(one -> OF_THE_GROUND.matcher(one.getKey()).matches())
                        .flatMap(one -> property(one.getValue()).stream())
                        .findFirst());
    }

    /** The families in which the page is written, the first choice first, as its style sheets name them; may be empty. */
    String family() {
        var inline = declared(page.body().attr("style"))
                .filter(one -> one[0].equals("font-family"))
                .map(one -> one[1]);
        return Stream.of(inline, ofGround("font-family"), of("p", "font-family"), of("h1", "font-family"))
                .flatMap(all -> all
                        .map(rules::resolved)
                        .filter(family -> !family.isBlank() && !family.equals("inherit"))
                        .reduce((first, last) -> last)
                        .stream())
                .findFirst()
                .orElse("");
    }

    private Stream<String> ofGround(String... names) {
        return rules.all().stream()
                .filter(rule -> rule.selectors().stream().anyMatch(use::isGround))
                .flatMap(rule -> Stream.of(names).map(rule.declarations()::get).filter(value -> value != null));
    }

    private Stream<String> of(String tag, String name) {
        return rules.all().stream()
                .filter(rule -> rule.selectors().contains(tag))
                .map(StyleRules.Rule::declarations)
                .filter(all -> all.containsKey(name))
                .map(all -> all.get(name));
    }

    private static Stream<String[]> declared(String style) {
        return Stream.of(style.split(";"))
                .map(one -> one.split(":", 2))
                .filter(one -> one.length == 2)
                .map(one -> new String[] {one[0].strip().toLowerCase(java.util.Locale.ROOT), one[1].strip()});
    }

    /** Some kits keep only the numbers of a colour in a custom property. */
    private Optional<Color> property(String value) {
        var text = rules.resolved(value).strip();
        if (TRIPLE.matcher(text).matches()) {
            return CssColor.read("hsl(" + text + ")");
        }
        return NUMBERS.matcher(text).matches()
                ? CssColor.read("rgb(" + text + ")")
                : colors(text).findFirst();
    }

    private static Stream<Color> colors(String value) {
        return COLOR.matcher(value.length() > 500 ? "" : value)
                .results()
                .flatMap(match -> color(match.group()).stream());
    }

    private static Optional<Color> color(String text) {
        return Character.isLetter(text.charAt(0)) && !text.contains("(") ? named(text) : CssColor.read(text);
    }

    private static Optional<Color> named(String text) {
        return Optional.ofNullable(ECSSColor.getFromNameCaseInsensitiveOrNull(text))
                .flatMap(color -> CssColor.read(color.getAsHexColorValue()));
    }
}
