package io.chom.portal.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.parts.LivePanel;
import io.chom.portal.parts.PageHead;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.SignedIn;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** Where the person is signed in, and how to end that. */
@Route("sessions")
@PermitAll
final class SessionsView extends Div implements HasDynamicTitle {

    private final transient SignedIn signedIn;
    private final transient Language language = Language.of(UI.getCurrent());
    private final transient Wishes wishes;
    private final LivePanel<List<OwnSession>> panel;

    SessionsView(SignedIn signedIn, OwnSessions sessions, Clock clock) {
        this.signedIn = signedIn;
        var here = sessions.here();
        wishes = new Wishes(sessions, here, this::act);
        var source = new Source<>(wishes::list, sessions::changes);
        var content = new SessionsContent(language, here, wishes);
        panel = new LivePanel<>(language, signedIn.acting(), clock, source, Skeletons.rows(3), content);
        addClassName("page");
        add(new PageHead(language.say("account.sessions"), language.say("account.sessions.purpose"))
                .with(panel.freshness()));
        add(panel);
    }

    private void act() {
        panel.reload();
    }

    @Override
    public String getPageTitle() {
        return signedIn.titled(language.say("account.sessions"));
    }
}
