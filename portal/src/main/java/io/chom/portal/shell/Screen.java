package io.chom.portal.shell;

import com.vaadin.flow.component.Component;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.LivePanel;
import io.chom.portal.parts.PageHead;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.StatePanel;
import java.time.Clock;

/**
 * What stands on a page, whose sentences have one prefix: {@code usage.title} and {@code usage.purpose}.
 *
 * @param words the prefix
 */
public record Screen(SignedIn signedIn, Language language, Clock clock, String words) {

    /** Its head, which says how fresh the page is, and one region that fills and refreshes itself. */
    public <T> Component[] live(Source<T> source, Component skeleton, StatePanel.Content<T> content) {
        var panel = new LivePanel<>(language, signedIn.acting(), clock, source, skeleton, content);
        return new Component[] {head().with(panel.freshness()), panel};
    }

    /** What somebody sees whose role does not reach here; nothing is asked. */
    public Component[] refused(String needed) {
        return new Component[] {head(), new Placard(Icon.LOCK, language.say("state.forbidden"), needed)};
    }

    /** What the window is called. */
    public String title() {
        return signedIn.titled(language.say(words + ".title"));
    }

    private PageHead head() {
        return new PageHead(language.say(words + ".title"), language.say(words + ".purpose"));
    }
}
