package io.chom.portal.reseller;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Live;
import io.chom.portal.live.Source;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.PageHead;
import io.chom.portal.parts.Placard;
import io.chom.portal.shell.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** A reseller's customers: what they bring, who is near a limit, and all of them. */
@Route("dashboard")
@RolesAllowed("reseller")
final class DashboardView extends Div implements HasDynamicTitle {

    private final transient SignedIn signedIn;
    private final transient Language language = Language.of(UI.getCurrent());

    DashboardView(SignedIn signedIn, CustomerFigures figures, Clock clock) {
        this.signedIn = signedIn;
        addClassName("view");
        if (ResellerNavigation.isReader(signedIn)) {
            ask(figures, clock);
        } else {
            add(head(), refusal());
        }
    }

    private void ask(CustomerFigures figures, Clock clock) {
        var screen = new Screen();
        screen.live =
                Live.on(this, signedIn.acting(), clock, new Source<>(figures::current, figures::changes), screen::show);
        add(head().with(screen.freshness), screen.panel);
    }

    private PageHead head() {
        return new PageHead(language.say("reseller.title"), language.say("reseller.purpose"));
    }

    private Component refusal() {
        var organisation = signedIn.current();
        var role = language.say("role." + organisation.role().right());
        return new Placard(
                Icon.LOCK, language.say("state.forbidden"), language.say("reseller.needs", organisation.name(), role));
    }

    @Override
    public String getPageTitle() {
        return signedIn.titled(language.say("reseller.title"));
    }
}
