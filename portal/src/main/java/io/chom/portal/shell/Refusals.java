package io.chom.portal.shell;

import com.vaadin.flow.component.html.Anchor;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;

/** What a person reads who cannot get on. */
final class Refusals {

    private Refusals() {}

    static Placard forbidden(SignedIn signedIn, Language language) {
        var organisation = signedIn.current();
        var role = language.say("role." + organisation.role().right());
        return Placard.page(
                Icon.LOCK,
                language.say("state.forbidden"),
                language.say("error.forbidden.why", organisation.name(), role),
                home(language));
    }

    static Placard missing(Language language) {
        return Placard.page(
                Icon.SEARCH, language.say("error.missing"), language.say("error.missing.why"), home(language));
    }

    static Placard failed(Language language) {
        return Placard.page(Icon.ALERT, language.say("error.failed"), language.say("error.failed.why"), home(language));
    }

    private static Anchor home(Language language) {
        return new Anchor("", language.say("error.missing.next"));
    }
}
