package io.chom.portal.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says of itself, in words that people know. It is a courtesy to the person and proves nothing.
 *
 * @param browser such as {@code Firefox}; empty when it does not say so in a way that we know
 * @param system such as {@code Windows}; empty likewise
 */
public record Device(String browser, String system) {

    private record Mark(String sign, String name) {}

    /** The first that fits counts: most browsers also claim to be those that stand further down. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser/", "Samsung Internet"),
            new Mark("Vivaldi/", "Vivaldi"),
            new Mark("YaBrowser/", "Yandex Browser"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("Firefox/", "Firefox"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Chromium/", "Chromium"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Windows", "Windows"),
            new Mark("Macintosh", "macOS"),
            new Mark("Linux", "Linux"));

    /** Reads the header {@code User-Agent}; null and nonsense make a device that says nothing. */
    public static Device of(@Nullable String userAgent) {
        var text = userAgent == null ? "" : userAgent;
        return new Device(first(BROWSERS, text), first(SYSTEMS, text));
    }

    private static String first(List<Mark> marks, String text) {
        return marks.stream()
                .filter(mark -> text.contains(mark.sign()))
                .map(Mark::name)
                .findFirst()
                .orElse("");
    }
}
