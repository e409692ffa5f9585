package io.chom.theming;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/** The languages that we speak. */
public final class Languages {

    /** English first, which everybody reads whose own language is not among them. */
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"));

    private Languages() {}

    /** The one nearest to this: the same language of whatever country, or English. */
    public static Locale nearest(Locale wanted) {
        return ALL.stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(ALL.getFirst());
    }

    /**
     * The words of one bundle in each of our languages, read once. Who looked bundles up for whatever locale a visitor
     * names would fill the cache behind them, which never forgets what it did not find.
     *
     * @throws java.util.MissingResourceException if there is no such bundle
     */
    public static Map<Locale, ResourceBundle> read(String bundle, ClassLoader from) {
        var exactly = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return ALL.stream()
                .collect(Collectors.toUnmodifiableMap(
                        language -> language, language -> ResourceBundle.getBundle(bundle, language, from, exactly)));
    }
}
