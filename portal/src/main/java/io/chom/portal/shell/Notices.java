package io.chom.portal.shell;

import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import java.util.List;
import java.util.Optional;

/** What a module wants the person to know on every page. A bean of each module that has something to say. */
public interface Notices {

    /** Where the notices for this person come from, written in the language; empty for whom they do not concern. */
    Optional<Source<List<Notice>>> of(SignedIn signedIn, Language language);

    /** How much it matters. */
    enum Weight {
        /** Listed behind the bell. */
        NOTE,
        /** Also above every page: a limit is near. */
        WARNING,
        /** Also above every page: a limit is reached. */
        ALARM
    }

    /**
     * One notice.
     *
     * @param text what is the case
     * @param detail the figures
     */
    record Notice(Weight weight, String text, String detail) {}
}
