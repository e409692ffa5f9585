package io.chom.portal.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.EntryWords;
import io.chom.portal.parts.Icon;
import java.util.function.Consumer;

/** One session: on what, since when, last seen when, and how to end it unless it is this one. */
final class SessionLine extends ListItem {

    private final transient Language language;

    /** This session. */
    SessionLine(Language language, OwnSession session) {
        this.language = language;
        var mark = new Span(language.say("account.this"));
        mark.addClassNames("status", "success");
        add(Icon.MONITOR.create(), words(session), mark);
    }

    /** Another one, which can be ended. */
    SessionLine(Language language, OwnSession session, Consumer<OwnSession> end) {
        this.language = language;
        var button = new Button(language.say("account.end"), event -> end.accept(session));
        button.setAriaLabel(
                language.say("account.end.which", device(session.device()), language.moment(session.signedIn())));
        button.setDisableOnClick(true);
        add(Icon.MONITOR.create(), words(session), button);
    }

    private EntryWords words(OwnSession session) {
        return new EntryWords(
                device(session.device()),
                language.say("account.signed-in", language.moment(session.signedIn())),
                language.say("account.last-seen", language.moment(session.lastSeen())));
    }

    private String device(Device device) {
        if (device.browser().isEmpty() && device.system().isEmpty()) {
            return language.say("account.device.unknown");
        }
        if (device.browser().isEmpty() || device.system().isEmpty()) {
            return device.browser() + device.system();
        }
        return language.say("account.device", device.browser(), device.system());
    }
}
