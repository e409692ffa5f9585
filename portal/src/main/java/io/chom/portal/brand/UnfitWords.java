package io.chom.portal.brand;

import io.chom.portal.formats.Language;
import io.chom.theming.Unfit;
import java.util.Locale;

/** Says in the language of a person why a brand cannot have something. */
final class UnfitWords {

    private UnfitWords() {}

    static String of(Language language, IllegalArgumentException refused) {
        return refused instanceof Unfit unfit
                ? language.say(key(unfit.reason()), unfit.places().toArray())
                : refused.getMessage() + ".";
    }

    static String key(Unfit.Reason reason) {
        return "unfit." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
