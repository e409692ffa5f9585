package io.chom.portal.dns;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.TimeUntil;
import io.chom.tenants.tenancy.dns.DomainReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When records were looked at last, and how long it takes until they are again. */
public final class CheckTimes extends Composite<Div> {

    private final Language language;
    private final Span checked = new Span();
    private final TimeUntil next;

    public CheckTimes(Language language) {
        this.language = language;
        next = new TimeUntil(language.say("dns.next"), language.say("dns.checking"));
        getContent().addClassName("entry-notes");
        getContent().add(checked, next);
    }

    /** @param report of the last check; null before the first */
    public void show(@Nullable DomainReport report, @Nullable Instant nextCheck) {
        checked.setText(
                report == null
                        ? language.say("dns.unchecked")
                        : language.say("dns.checked", language.moment(report.at())));
        next.show(nextCheck);
    }
}
