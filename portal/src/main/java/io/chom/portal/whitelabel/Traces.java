package io.chom.portal.whitelabel;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What tells of the platform: its name, its hosts, its colours. */
final class Traces {

    private static final int AROUND = 40;

    private final List<Pattern> patterns;

    /** @param words in any case; one that begins a longer word counts as well, one inside of it does not */
    Traces(List<String> words) {
        patterns = words.stream().distinct().map(Traces::pattern).toList();
    }

    /** Letters before it would make it another word: the middle of a random key or of "psychometry" tells nothing. */
    private static Pattern pattern(String word) {
        String before = Character.isLetterOrDigit(word.charAt(0)) ? "(?<![\\p{L}\\p{N}])" : "";
        return Pattern.compile(before + Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Every trace in a text, the first of each. */
    Stream<Leak> in(String place, String part, String text) {
        return patterns.stream()
                .map(one -> one.matcher(text))
                .filter(Matcher::find)
                .map(found -> leak(place, part, text, found));
    }

    private static Leak leak(String place, String part, String text, Matcher found) {
        int start = Math.max(0, found.start() - AROUND);
        int end = Math.min(text.length(), found.end() + AROUND);
        var excerpt = text.substring(start, end).replaceAll("\\s+", " ").strip();
        return new Leak(place, part, found.group().toLowerCase(Locale.ROOT), excerpt);
    }
}
