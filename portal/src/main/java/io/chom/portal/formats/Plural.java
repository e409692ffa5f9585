package io.chom.portal.formats;

import java.util.Locale;

/**
 * The forms of a sentence that a whole number chooses between: the plural rules of CLDR 48 for cardinal numbers, for the
 * languages that we speak. French takes nothing for one, the others only one itself. The form "many", which French and
 * Spanish have for whole millions, reads like OTHER where the noun follows the digits without a word in between.
 *
 * @see <a href="https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html">CLDR plural rules</a>
 */
enum Plural {
    ONE,
    OTHER;

    /** The form for a number in a language. */
    static Plural of(Locale language, long number) {
        boolean isOne = number == 1 || number == 0 && language.getLanguage().equals("fr");
        return isOne ? ONE : OTHER;
    }

    /** What follows a sentence's key. */
    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
