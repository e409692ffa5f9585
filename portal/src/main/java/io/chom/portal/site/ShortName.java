package io.chom.portal.site;

import java.text.BreakIterator;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A brand's name for the line below an icon: at most 12 characters, which is as many as home screens show. Whole words
 * where some fit, or else as much of the first as fits, never half of what people see as one character.
 *
 * @param text not empty
 */
record ShortName(String text) {

    private static final int MOST = 12;
    private static final String MORE = "…";

    static ShortName of(String name) {
        if (length(name) <= MOST) {
            return new ShortName(name);
        }
        String words = unjoined(cut(name, MOST, BreakIterator::getLineInstance));
        return new ShortName(words.isEmpty() ? part(name) : words);
    }

    /** A single character may have many parts; where not even the first fits, it is taken apart. */
    private static String part(String name) {
        String whole = cut(name, MOST - 1, BreakIterator::getCharacterInstance);
        return (whole.isEmpty() ? name.substring(0, name.offsetByCodePoints(0, MOST - 1)) : whole.strip()) + MORE;
    }

    private static String cut(String name, int most, Supplier<BreakIterator> rule) {
        BreakIterator breaks = rule.get();
        breaks.setText(name);
        int end = IntStream.iterate(breaks.first(), at -> at != BreakIterator.DONE, at -> breaks.next())
                .filter(at -> length(name.substring(0, at).strip()) <= most)
                .max()
                .orElse(0);
        return name.substring(0, end).strip();
    }

    /** Without what would join the words to the next one: {@code Bits & }, {@code North-}, {@code One, }. */
    private static String unjoined(String words) {
        return words.replaceFirst("[\\p{Punct}\\p{Pd}\\p{Po}\\s]+$", "");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
