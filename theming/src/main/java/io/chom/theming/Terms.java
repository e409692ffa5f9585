package io.chom.theming;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What things are called in one language by one house. Texts have tokens in place of the words: {@code [site]} and
 * {@code [sites]} inside of a sentence, {@code [Site]} and {@code [Sites]} where it starts. The usual words stand in
 * {@code terms.properties}.
 */
public final class Terms {

    private static final Pattern TOKEN = Pattern.compile("\\[([A-Za-z]+)]");

    /** All from the first brace to the last. */
    private static final Pattern BRACES = Pattern.compile("[{}](.*[{}])?");

    private static final Map<Locale, Terms> USUAL =
            Languages.read("io.chom.theming.terms", Terms.class.getClassLoader()).entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, read -> of(read.getValue()::getString, Wording.USUAL)));

    private final Map<String, String> words;

    private Terms(Map<String, String> words) {
        this.words = words;
    }

    /** The words of a house in the language that is nearest to this one. */
    public static Terms of(Locale wanted, Wording own) {
        var usual = Objects.requireNonNull(USUAL.get(Languages.nearest(wanted)));
        return own.own().isEmpty() ? usual : of(usual::word, own);
    }

    private static Terms of(UnaryOperator<String> usual, Wording own) {
        var words = new HashMap<String, String>();
        Arrays.stream(Term.values()).forEach(term -> {
            var word = own.of(term);
            put(words, term.token(), word.map(Wording.Word::one).orElseGet(() -> usual.apply(term.token())));
            var several = term.token() + "s";
            put(words, several, word.map(Wording.Word::several).orElseGet(() -> usual.apply(several)));
        });
        return new Terms(Map.copyOf(words));
    }

    private static void put(Map<String, String> words, String token, String word) {
        words.put(token, word);
        words.put(capital(token), capital(word));
    }

    private static String capital(String word) {
        int first = word.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + word.substring(Character.charCount(first));
    }

    /** The word for one. */
    public String one(Term term) {
        return word(term.token());
    }

    /** The word for several. */
    public String several(Term term) {
        return word(term.token() + "s");
    }

    private String word(String token) {
        return Objects.requireNonNull(words.get(token), token);
    }

    /** The text with words in place of its tokens. */
    public String in(String text) {
        return fill(text, word -> word);
    }

    /** A pattern of {@link java.text.MessageFormat} with words in place of its tokens, which it takes for mere text. */
    public String inPattern(String pattern) {
        return fill(pattern, Terms::quoted);
    }

    /** Braces stand in quotes; all in quotes could not start with an apostrophe. */
    private static String quoted(String word) {
        return BRACES.matcher(word.replace("'", "''")).replaceAll("'$0'");
    }

    private String fill(String text, UnaryOperator<String> written) {
        return text.indexOf('[') < 0
                ? text
                : TOKEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(filled(found.group(1), written)));
    }

    /** What is no token of ours stays as it is. */
    private String filled(String token, UnaryOperator<String> written) {
        var word = words.get(token);
        return word == null ? "[" + token + "]" : written.apply(word);
    }
}
