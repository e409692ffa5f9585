package io.chom.theming;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter.FilterResult;

/**
 * Makes a drawing out of an SVG that was made for a website. What {@link SafeSvg} would refuse is left out here, because
 * the person looks at what remains before it is worn; what a style says about a shape becomes an attribute of it.
 */
final class FoundSvg {

    /** Nothing is tried twice, so that no file makes this search for long. */
    private static final Pattern START =
            Pattern.compile("(?is)(?:<\\?xml.*?>|<!--.*?-->|<!doctype.*?>|\\s++)*+<svg[\\s>].*");

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final int LOOKED_AT = 4_096;
    private static final int LONGEST_STYLE = 1_000;

    private FoundSvg() {}

    static boolean isSvg(byte[] bytes) {
        var start =
                new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.UTF_8).replace("\uFEFF", "");
        return START.matcher(start).matches();
    }

    /** @throws IllegalArgumentException if nothing is drawn in it */
    static String cleaned(String text) {
        if (text.length() > 4 * Logo.MOST_BYTES) {
            throw new IllegalArgumentException("This drawing is too large");
        }
        var found = Jsoup.parse(text, "", Parser.xmlParser()).selectFirst("svg");
        if (found == null
                || found.select("path,rect,circle,ellipse,polygon,polyline,line,text")
                        .isEmpty()) {
            throw new IllegalArgumentException("Nothing is drawn here");
        }
        if (found.getAllElements().size() > SafeSvg.MOST_ELEMENTS) {
            throw new IllegalArgumentException("This drawing has too many parts");
        }
        var styles = styles(found);
        found.select("*").forEach(one -> draw(one, styles));
        found.filter((node, depth) -> isKept(node) ? FilterResult.CONTINUE : FilterResult.REMOVE);
        found.select("*").forEach(FoundSvg::clean);
        found.attr("xmlns", NAMESPACE);
        sized(found);
        var out = new Document("");
        out.outputSettings().syntax(Document.OutputSettings.Syntax.xml).prettyPrint(false);
        out.appendChild(found);
        return found.outerHtml();
    }

    /** By class: what the drawing's own style sheet says. */
    private static Map<String, String> styles(Element svg) {
        Map<String, String> styles = new HashMap<>();
        for (var sheet : svg.select("style")) {
            for (var rule : (sheet.data() + sheet.text()).split("}")) {
                var parts = rule.split("\\{", 2);
                if (parts.length == 2) {
                    named(parts[0]).forEach(name -> styles.merge(name, parts[1], FoundSvg::both));
                }
            }
        }
        return styles;
    }

    private static String both(String one, String other) {
        return one.length() + other.length() > LONGEST_STYLE ? one : one + ";" + other;
    }

    private static Stream<String> named(String selectors) {
        return Stream.of(selectors.split(","))
                .map(String::strip)
                .filter(selector -> selector.startsWith("."))
                .map(selector -> selector.substring(1));
    }

    private static void draw(Element element, Map<String, String> styles) {
        element.classNames().forEach(name -> declare(element, styles.getOrDefault(name, "")));
        declare(element, element.attr("style"));
    }

    private static void declare(Element element, String declarations) {
        for (var declaration : declarations.split(";")) {
            var parts = declaration.split(":", 2);
            if (parts.length == 2 && SafeSvg.ATTRIBUTES.contains(parts[0].strip())) {
                element.attr(parts[0].strip(), parts[1].strip());
            }
        }
    }

    private static boolean isKept(Node node) {
        return node instanceof Element element
                ? SafeSvg.ELEMENTS.contains(element.tagName()) && (element.parent() == null || !isNested(element))
                : node.nodeName().equals("#text");
    }

    private static boolean isNested(Element element) {
        return element.tagName().equals("svg")
                && element.parents().stream().anyMatch(one -> one.tagName().equals("svg"));
    }

    private static void clean(Element element) {
        for (Attribute attribute : List.copyOf(element.attributes().asList())) {
            if (!SafeSvg.ATTRIBUTES.contains(attribute.getKey()) || isOutside(attribute.getValue())) {
                element.removeAttr(attribute.getKey());
            }
        }
    }

    private static boolean isOutside(String value) {
        var rest = value.toLowerCase(Locale.ROOT).replaceAll("url\\(\\s*#[a-z0-9_-]+\\s*\\)", "");
        return rest.contains("url(") || rest.contains("\\") || rest.contains("javascript:") || rest.contains("var(");
    }

    /** Without a size of its own a picture would be drawn with none. */
    private static void sized(Element svg) {
        if (!svg.hasAttr("viewBox")
                && svg.attr("width").matches("[0-9.]+(px)?")
                && svg.attr("height").matches("[0-9.]+(px)?")) {
            svg.attr(
                    "viewBox",
                    "0 0 %s %s"
                            .formatted(
                                    svg.attr("width").replace("px", ""),
                                    svg.attr("height").replace("px", "")));
        }
        if (svg.attr("width").endsWith("%") || svg.attr("width").endsWith("em")) {
            svg.removeAttr("width").removeAttr("height");
        }
    }
}
