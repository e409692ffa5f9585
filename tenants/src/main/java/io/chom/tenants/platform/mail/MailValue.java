package io.chom.tenants.platform.mail;

import io.chom.theming.Languages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Something in a mail that is not a word of ours, and is written as the reader's language does when the mail is sent. */
public sealed interface MailValue {

    /** A name or a word of somebody's. */
    record Text(String text) implements MailValue {}

    /** An instant, in the time zone of the tenant. */
    record At(Instant instant) implements MailValue {}

    /** Several names, as an enumeration. */
    record Several(List<String> texts) implements MailValue {

        public Several {
            texts = List.copyOf(texts);
        }
    }

    /**
     * Words of ours in every language that we speak, with tokens where a house may have words of its own.
     *
     * @param texts by language, English among them
     */
    record Worded(Map<Locale, String> texts) implements MailValue {

        public Worded {
            texts = Map.copyOf(texts);
            if (!texts.containsKey(Locale.ENGLISH)) {
                throw new IllegalArgumentException("Whoever speaks none of these languages reads English.");
            }
        }

        String in(Locale language) {
            return texts.getOrDefault(language, Objects.requireNonNull(texts.get(Locale.ENGLISH)));
        }
    }

    /** A name or a word of somebody's. */
    static MailValue of(String text) {
        return new Text(text);
    }

    /** An instant, in the time zone of the tenant. */
    static MailValue of(Instant instant) {
        return new At(instant);
    }

    /** Several names, as an enumeration. */
    static MailValue of(List<String> texts) {
        return new Several(texts);
    }

    /** Words of ours, as they are in each of the languages that we speak. */
    static MailValue in(Function<Locale, String> words) {
        return new Worded(Languages.ALL.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), words)));
    }
}
