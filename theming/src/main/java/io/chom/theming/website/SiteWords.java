package io.chom.theming.website;

import io.chom.theming.PlainText;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** What a page says of its house in words: the name, and how to reach somebody. */
final class SiteWords {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TITLE = 300;
    private static final Pattern GENERAL = Pattern.compile(
            "(?i)home|homepage|home page|welcome|startseite|willkommen|accueil|bienvenue|inicio|bienvenido|index");
    private static final Pattern HELP = Pattern.compile("(?i)\\b(help|support|hilfe|aide|ayuda|faq)\\b");
    private static final Pattern TERMS = Pattern.compile("(?i)\\b(terms|agb|conditions|condiciones|cgv|cgu)\\b");
    private static final Pattern IMPRINT =
            Pattern.compile("(?i)\\b(imprint|impressum|legal notice|mentions légales|aviso legal|legal)\\b");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");
    private static final List<String> SUPPORT =
            List.of("support", "help", "hilfe", "service", "info", "contact", "hello");

    private final Document page;

    SiteWords(Document page) {
        this.page = page;
    }

    Optional<String> name() {
        return Stream.concat(
                        Stream.of("property=og:site_name", "name=application-name", "name=apple-mobile-web-app-title")
                                .map(which -> page.select("meta[" + which + "]").attr("content")),
                        Stream.of(fromTitle()))
                .map(PlainText::cleaned)
                .filter(name -> !name.isEmpty() && name.codePointCount(0, name.length()) <= LONGEST_NAME)
                .findFirst();
    }

    /** Most titles say the name and something else; the name is what the host says too, and otherwise the shortest. */
    private String fromTitle() {
        var parts = Arrays.stream(title().split("\\s+[|·•–—:»-]\\s+|\\s*[|·•–—»]\\s*|:\\s+"))
                .map(PlainText::cleaned)
                .filter(part -> !part.isEmpty() && !GENERAL.matcher(part).matches())
                .toList();
        var host = plain(page.baseUri().replaceAll("(?i)^https?://(www\\.)?([^/?#:]*).*", "$2"));
        return parts.stream()
                .filter(part -> !plain(part).isEmpty() && host.contains(plain(part)))
                .findFirst()
                .or(() -> parts.stream().min(Comparator.comparingInt(String::length)))
                .orElse("");
    }

    private String title() {
        var title = page.title();
        return title.substring(0, Math.min(title.length(), LONGEST_TITLE));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    Optional<String> help() {
        return link(HELP);
    }

    Optional<String> terms() {
        return link(TERMS);
    }

    Optional<String> imprint() {
        return link(IMPRINT);
    }

    private Optional<String> link(Pattern words) {
        return page.select("a[href]").stream()
                .filter(link ->
                        link.text().length() < 40 && words.matcher(link.text()).find())
                .map(link -> link.absUrl("href"))
                .filter(there -> there.startsWith("http") && there.length() < 500)
                .findFirst();
    }

    /** An address that is for customers, or else the first. */
    Optional<String> support() {
        var all = page.select("a[href^=mailto:]").stream()
                .map(link -> link.attr("href")
                        .substring("mailto:".length())
                        .replaceAll("\\?.*", "")
                        .strip())
                .filter(address -> EMAIL.matcher(address).matches())
                .toList();
        return SUPPORT.stream()
                .flatMap(word ->
                        all.stream().filter(one -> one.toLowerCase(Locale.ROOT).startsWith(word)))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }
}
