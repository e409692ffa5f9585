package io.chom.theming.website;

import io.chom.theming.website.PictureSource.Use;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the pictures of a page that may be a logo, an icon, or what stands beside shared links. */
final class SitePictures {

    private static final int MOST_LOOKED_AT = 500;
    private static final int LONGEST_WORDS = 300;
    private static final int MOST_LOGOS = 6;
    private static final int MOST_ICONS = 4;
    private static final int MOST_DRAWINGS = 2;

    private final Document page;

    SitePictures(Document page) {
        this.page = page;
    }

    List<PictureSource> all() {
        return Stream.of(logos(), icons(), shared()).flatMap(List::stream).toList();
    }

    private List<PictureSource> logos() {
        var found = new ArrayList<Ranked>();
        page.select("img").stream()
                .limit(MOST_LOOKED_AT)
                .forEach(image -> found.add(new Ranked(likeness(image), image)));
        page.select("header svg, nav svg, a svg, [class*=logo] svg, svg[class*=logo], svg[id*=logo]").stream()
                .limit(MOST_LOOKED_AT)
                .filter(drawing -> likeness(drawing) >= 40)
                .limit(MOST_DRAWINGS)
                .forEach(drawing -> found.add(new Ranked(likeness(drawing), drawing)));
        Set<String> known = new HashSet<>();
        return found.stream()
                .filter(one -> one.likeness >= 30)
                .sorted(Comparator.comparingInt((Ranked one) -> -one.likeness))
                .flatMap(one -> source(one.element).stream())
                .filter(one -> one.place() == null || known.add(one.place()))
                .limit(MOST_LOGOS)
                .toList();
    }

    /** How much speaks for a picture being the logo: its own words, those around it, where it stands, where it leads. */
    private int likeness(Element element) {
        var own = words(element, "class", "id", "alt", "src", "aria-label", "title") + drawnTitle(element);
        var likeness = own.contains("logo") ? 50 : own.contains("brand") ? 20 : 0;
        var around = element.parents().stream()
                .limit(4)
                .map(one -> words(one, "class", "id"))
                .toList();
        likeness += around.stream().anyMatch(one -> one.contains("logo") || one.contains("brand")) ? 30 : 0;
        likeness += element.closest("header, nav, [role=banner]") != null ? 30 : 0;
        likeness += leadsHome(element) ? 20 : 0;
        likeness -= element.closest("footer, main, article") != null ? 30 : 0;
        likeness -= own.matches("(?s).*(menu|search|close|arrow|icon-|cart|partner|client|payment|award|avatar|flag).*")
                ? 50
                : 0;
        return likeness;
    }

    private boolean leadsHome(Element element) {
        var link = element.closest("a[href]");
        if (link == null) {
            return false;
        }
        var there = link.absUrl("href").replaceAll("[?#].*", "");
        return link.attr("href").equals("/") || there.equals(page.baseUri().replaceAll("[?#].*", ""));
    }

    private static String drawnTitle(Element element) {
        var title = element.selectFirst("title");
        var text = title == null ? "" : title.text();
        return " " + text.substring(0, Math.min(text.length(), LONGEST_WORDS)).toLowerCase(Locale.ROOT);
    }

    private static String words(Element element, String... attributes) {
        var words = new StringBuilder();
        for (var attribute : attributes) {
            var value = element.attr(attribute);
            words.append(' ').append(value, 0, Math.min(value.length(), LONGEST_WORDS));
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static Optional<PictureSource> source(Element element) {
        if (element.tagName().equals("svg")) {
            return Optional.of(
                    new PictureSource(Use.LOGO, null, element.outerHtml().getBytes(StandardCharsets.UTF_8)));
        }
        // What is loaded late has its address elsewhere, and a dot where it will be.
        return Stream.of("data-src", "data-lazy-src", "data-original", "src")
                .filter(element::hasAttr)
                .map(name -> element.attr(name).startsWith("data:") ? element.attr(name) : element.absUrl(name))
                .flatMap(address -> PictureSource.at(Use.LOGO, address).stream())
                .findFirst();
    }

    private List<PictureSource> icons() {
        Comparator<Element> best = Comparator.comparingInt(link -> -size(link));
        var named = page.select("link[rel~=(?i)icon][href]").stream()
                .sorted(best)
                .map(link -> link.attr("href").startsWith("data:") ? link.attr("href") : link.absUrl("href"));
        return Stream.concat(named, Stream.of(usual()))
                .distinct()
                .flatMap(address -> PictureSource.at(Use.ICON, address).stream())
                .limit(MOST_ICONS)
                .toList();
    }

    /** Where browsers look when nothing is said. */
    private String usual() {
        return page.baseUri().replaceAll("(?i)^(https?://[^/?#]+).*", "$1/favicon.ico");
    }

    /** A drawing has every size; what is meant for home screens is larger than the rest. */
    private static int size(Element link) {
        var sizes = link.attr("sizes").toLowerCase(Locale.ROOT);
        if (link.attr("type").contains("svg") || link.attr("href").contains(".svg")) {
            return link.attr("rel").contains("mask") ? 20 : 1000;
        }
        if (sizes.matches("[0-9]{1,4}x[0-9]{1,4}.*")) {
            return Integer.parseInt(sizes.substring(0, sizes.indexOf('x')));
        }
        return link.attr("rel").contains("apple") ? 180 : 32;
    }

    private List<PictureSource> shared() {
        return page.select("meta[property=og:image], meta[name=og:image], meta[name=twitter:image]").stream()
                .flatMap(meta -> PictureSource.at(Use.SHARED, meta.absUrl("content")).stream())
                .limit(1)
                .toList();
    }

    private record Ranked(int likeness, Element element) {}
}
