package io.chom.portal.plans;

import com.vaadin.flow.component.UI;
import io.chom.portal.formats.Language;
import io.chom.tenants.catalog.Catalogues;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The plan page on which a test shows what it likes. */
final class PlansPage {

    private PlansPage() {}

    /** An empty one, open in the current window. Nothing is wished for there, so nobody is asked. */
    static PlansContent open(Language language, Catalogues catalogues, Instant now) {
        var work = new PlansWork(
                null,
                null,
                null,
                null,
                catalogues,
                catalogues.currency(),
                ZoneOffset.UTC,
                Clock.fixed(now, ZoneOffset.UTC));
        var content = new PlansContent(language, work, catalogues);
        UI.getCurrent().add(content.component());
        return content;
    }
}
