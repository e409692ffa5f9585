package io.chom.portal.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.live.Wishes;
import io.chom.portal.parts.LivePanel;
import io.chom.portal.parts.PageHead;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.SignedIn;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** Where the person is signed in, and how to end that. */
@Route("sessions")
@PermitAll
final class SessionsView extends Div implements HasDynamicTitle {

    private final transient SignedIn signedIn;
    private final transient Language language = Language.of(UI.getCurrent());
    private final transient Wishes wishes = new Wishes();

    SessionsView(SignedIn signedIn, OwnSessions sessions, Clock clock) {
        this.signedIn = signedIn;
        var here = sessions.here();
        var source = new Source<>(() -> wishes.before(sessions::list), sessions::changes);
        var content = new SessionsContent(
                language,
                here,
                session -> wishes.wish(() -> sessions.end(session)),
                () -> wishes.wish(() -> sessions.endOthers(here)));
        var panel = new LivePanel<>(language, signedIn.acting(), clock, source, Skeletons.rows(3), content);
        wishes.whenWished(panel::reload);
        addClassName("page");
        add(new PageHead(language.say("account.sessions"), language.say("account.sessions.purpose"))
                .with(panel.freshness()));
        add(panel);
    }

    @Override
    public String getPageTitle() {
        return signedIn.titled(language.say("account.sessions"));
    }
}
