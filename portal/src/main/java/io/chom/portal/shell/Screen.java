package io.chom.portal.shell;

import com.vaadin.flow.component.Component;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.live.Work;
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
        return under(panel);
    }

    /** The same for a region in which a person can have something done: that shows at once. */
    public <T> Component[] live(Work<T> work, Component skeleton, StatePanel.Content<T> content, Component... tools) {
        var panel = new LivePanel<>(language, signedIn.acting(), clock, work.source(), skeleton, content);
        work.whenWished(panel::reload);
        return under(panel, tools);
    }

    /** What somebody sees whose role does not reach here; nothing is asked. */
    public Component[] refused() {
        var organisation = signedIn.current();
        var role = language.say("role." + organisation.role().right());
        var needed = language.say(words + ".needs", organisation.name(), role);
        return new Component[] {head(), new Placard(Icon.LOCK, language.say("state.forbidden"), needed)};
    }

    /** What the window is called. */
    public String title() {
        return signedIn.titled(language.say(words + ".title"));
    }

    private Component[] under(LivePanel<?> panel, Component... tools) {
        return new Component[] {head().with(tools).with(panel.freshness()), panel};
    }

    private PageHead head() {
        return new PageHead(language.say(words + ".title"), language.say(words + ".purpose"));
    }
}
