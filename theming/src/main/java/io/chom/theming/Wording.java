package io.chom.theming;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A house's own words. They hold in every language that it speaks, as they were typed; only at the start of a label is
 * their first letter a capital.
 *
 * @param own the words by what they are for; whatever is missing is called as usual, none where a stored brand does not say
 */
public record Wording(Map<Term, Word> own) {

    /** No own words. */
    public static final Wording USUAL = new Wording(Map.of());

    private static final int MOST = 30;

    public Wording {
        own = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(own, Map.of())));
    }

    /**
     * An own word.
     *
     * @param one for one of it, 1..30 characters on one line, nothing invisible
     * @param several for more of it, as long
     */
    public record Word(String one, String several) {

        /** @throws IllegalArgumentException if a form is empty, too long or has an invisible character */
        public Word {
            one = PlainText.line("A word of your own", one, MOST);
            several = PlainText.line("A word of your own", several, MOST);
        }

        /** Whether this can be one of the forms of a word. */
        public static boolean isForm(String text) {
            return PlainText.isLine(text, MOST);
        }
    }

    /** The own word for a term, if there is one. */
    public Optional<Word> of(Term term) {
        return Optional.ofNullable(own.get(term));
    }

    /** The same with another word for a term, or with the usual one. */
    public Wording with(Term term, @Nullable Word word) {
        var other = new TreeMap<>(own);
        if (word == null) {
            other.remove(term);
        } else {
            other.put(term, word);
        }
        return new Wording(other);
    }
}
