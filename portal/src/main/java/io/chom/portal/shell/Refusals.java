package io.chom.portal.shell;

import com.vaadin.flow.component.html.Anchor;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.tenants.identity.Role;

/** What a person reads who cannot get on. */
final class Refusals {

    private Refusals() {}

    /** Their role does not reach there, and an owner could let them in. */
    static Placard forbidden(SignedIn signedIn, Language language) {
        return closed(why(signedIn.current(), language), language);
    }

    /** Whoever asks: their organisation is of another kind. */
    static Placard foreign(SignedIn signedIn, Language language) {
        return closed(foreign(signedIn.current(), language), language);
    }

    private static Placard closed(String why, Language language) {
        return Placard.page(Icon.LOCK, language.say("state.forbidden"), why, home(language));
    }

    private static String foreign(SignedIn.Organisation organisation, Language language) {
        return language.say("error.forbidden.kind", organisation.name());
    }

    /** An owner can ask nobody: what is closed to them is not for their organisation. */
    private static String why(SignedIn.Organisation organisation, Language language) {
        return organisation.role() == Role.OWNER
                ? foreign(organisation, language)
                : language.say(
                        "error.forbidden.why",
                        organisation.name(),
                        language.say("role." + organisation.role().right()));
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
