package io.chom.portal.formats;

import jakarta.servlet.http.Cookie;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which of the currencies that something is sold in people are shown prices: the one that they chose, else that of where
 * they are, else the main one.
 */
public final class CurrencyChoice {

    /** Of the parameter of an address that says it, and of the cookie in which the browser remembers it. */
    public static final String NAME = "currency";

    /** How long the browser does, in seconds: a year. */
    public static final int REMEMBERED = 31_536_000;

    /**
     * Where most of those are who name a language and no region, for languages that are spoken in one currency above all (<a
     * href="https://www.unicode.org/cldr/charts/latest/supplemental/likely_subtags.html">CLDR, likely subtags</a>).
     */
    private static final Map<String, String> REGIONS = Map.ofEntries(
            Map.entry("en", "US"),
            Map.entry("de", "DE"),
            Map.entry("fr", "FR"),
            Map.entry("es", "ES"),
            Map.entry("it", "IT"),
            Map.entry("nl", "NL"),
            Map.entry("pt", "BR"),
            Map.entry("fi", "FI"),
            Map.entry("el", "GR"),
            Map.entry("sv", "SE"),
            Map.entry("da", "DK"),
            Map.entry("nb", "NO"),
            Map.entry("pl", "PL"),
            Map.entry("cs", "CZ"),
            Map.entry("tr", "TR"),
            Map.entry("ja", "JP"),
            Map.entry("ko", "KR"),
            Map.entry("zh", "CN"));

    private CurrencyChoice() {}

    /** The one that a word is the code of; empty when nothing is sold in such a one. */
    public static Optional<Currency> said(@Nullable String code, List<Currency> sold) {
        return sold.stream().filter(one -> one.getCurrencyCode().equals(code)).findFirst();
    }

    /** The one that the browser remembers, if it is still sold in. */
    public static Optional<Currency> remembered(Cookie @Nullable [] cookies, List<Currency> sold) {
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> NAME.equals(cookie.getName()))
                        .flatMap(cookie -> said(cookie.getValue(), sold).stream())
                        .findFirst();
    }

    /**
     * That of where somebody is; the main one where nobody knows, or nothing is sold in that.
     *
     * @param sold what is sold in, the main one first
     */
    public static Currency near(Locale locale, List<Currency> sold) {
        String region =
                locale.getCountry().isEmpty() ? REGIONS.getOrDefault(locale.getLanguage(), "") : locale.getCountry();
        return said(code(region), sold).orElse(sold.getFirst());
    }

    /** Empty for what is no region, or one without money of its own. */
    private static String code(String region) {
        try {
            var currency = region.isEmpty() ? null : Currency.getInstance(Locale.of("", region));
            return currency == null ? "" : currency.getCurrencyCode();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
