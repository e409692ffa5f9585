package io.chom.portal.usage;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouterLink;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.tenants.usage.TraySize;
import io.chom.tenants.usage.UsageTray;

/** Says that some of what was sent could not be counted, and leads there; nothing if all was. */
final class UncountedLine extends Composite<Div> {

    private final transient Language language;
    private final RouterLink link = new RouterLink("", UncountedView.class);

    UncountedLine(Language language) {
        this.language = language;
        getContent().addClassNames("banner", "uncounted");
        getContent().add(Icon.ALERT.create(), link);
    }

    void show(TraySize size) {
        setVisible(size.kept() > 0);
        link.setText(size.kept() > 0 ? words(size.kept()) : "");
    }

    private String words(long kept) {
        return kept < UsageTray.MOST_COUNTED
                ? language.count("uncounted.line", kept)
                : language.say("uncounted.line.many", language.formats().number(kept));
    }
}
