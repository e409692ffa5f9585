package io.chom.theming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The languages that a house speaks.
 *
 * @param standard what those read of whom no language is known or who want none of these; English where a stored brand
 *     does not say
 * @param offered those that people may have, the standard one among them, in the order of {@link Languages#ALL}; all where
 *     a stored brand does not say
 */
public record BrandLanguages(Locale standard, List<Locale> offered) {

    /** All languages, English for everybody else. */
    public static final BrandLanguages ALL = new BrandLanguages(Locale.ENGLISH, Languages.ALL);

    /** @throws IllegalArgumentException if one of them is none of ours, or the standard one is not offered */
    public BrandLanguages {
        var wanted = Objects.requireNonNullElse(offered, Languages.ALL);
        standard = Objects.requireNonNullElse(standard, Locale.ENGLISH);
        if (!wanted.contains(standard) || !Languages.ALL.containsAll(wanted)) {
            throw new IllegalArgumentException("A brand speaks its standard language, and none but " + Languages.ALL);
        }
        offered = Languages.ALL.stream().filter(wanted::contains).toList();
    }

    /** The offered one that is nearest to this: the same language of whatever country, or the standard one. */
    public Locale nearest(Locale wanted) {
        return offered.stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(standard);
    }

    /** The same with another standard language, which is offered then. */
    public BrandLanguages withStandard(Locale other) {
        var all = new ArrayList<>(offered);
        all.add(other);
        return new BrandLanguages(other, all);
    }

    /** The same with other offered languages; the standard one stays among them. */
    public BrandLanguages withOffered(Collection<Locale> others) {
        var all = new ArrayList<>(others);
        all.add(standard);
        return new BrandLanguages(standard, all);
    }
}
