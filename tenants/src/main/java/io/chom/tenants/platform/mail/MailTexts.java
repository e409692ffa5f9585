package io.chom.tenants.platform.mail;

import io.chom.theming.Languages;
import io.chom.theming.Terms;
import io.chom.theming.Wording;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The words of mails and of what belongs to them, in every language that we speak; read once, at the start. */
@Component
public final class MailTexts {

    /** The languages, the one for everybody else first. */
    private final Map<Locale, Map<String, String>> words =
            Languages.read(MailTexts.class.getPackageName() + ".mail", MailTexts.class.getClassLoader())
                    .entrySet()
                    .stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, read -> all(read.getValue())));

    /** Ours, read here as well: whoever asks for them later may be one who must not wait for a file. */
    private final Map<Locale, Terms> usual = Languages.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(language -> language, language -> Terms.of(language, Wording.USUAL)));

    /** The language that we speak nearest to this one. */
    public Locale nearest(Locale wanted) {
        Locale bare = Locale.of(wanted.getLanguage());
        return words.containsKey(bare) ? bare : Languages.ALL.getFirst();
    }

    /** The words for a key in the usual terms; otherwise as {@link #say(Locale, Terms, String, Object...)}. */
    public String say(Locale language, String key, Object... values) {
        return say(language, Objects.requireNonNull(usual.get(language)), key, values);
    }

    /**
     * The words for a key, their gaps filled with these values.
     *
     * @param language one that we speak
     * @param terms what things are called
     * @throws IllegalStateException if there are none, which is a bug of whoever wrote the mail
     */
    String say(Locale language, Terms terms, String key, Object... values) {
        return new MessageFormat(terms.inPattern(get(language, key)), language).format(values);
    }

    /** The words for a key as a part of others, which are yet to be put into the terms of a house: with the tokens for them. */
    public String tokened(Locale language, String key, Object... values) {
        return new MessageFormat(get(language, key), language).format(values);
    }

    String get(Locale language, String key) {
        String text = words.getOrDefault(language, Map.of()).get(key);
        if (text == null) {
            throw new IllegalStateException("Mails have no words for " + key + " in " + language);
        }
        return text;
    }

    boolean has(Locale language, String key) {
        return words.getOrDefault(language, Map.of()).containsKey(key);
    }

    Map<String, String> all(Locale language) {
        return words.getOrDefault(language, Map.of());
    }

    private static Map<String, String> all(ResourceBundle bundle) {
        return bundle.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, bundle::getString));
    }
}
