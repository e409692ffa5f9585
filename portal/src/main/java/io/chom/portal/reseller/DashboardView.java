package io.chom.portal.reseller;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.parts.AddressState;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.LivePanel;
import io.chom.portal.parts.PageHead;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.Skeletons;
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
        addClassNames("page", "wide");
        if (ResellerNavigation.isReader(signedIn)) {
            ask(figures, clock);
        } else {
            add(head(), refusal());
        }
    }

    private void ask(CustomerFigures figures, Clock clock) {
        var source = new Source<>(figures::current, figures::changes);
        var skeleton = Skeletons.page(Skeletons.cards(4), Skeletons.rows(3), Skeletons.rows(8));
        var content = new DashboardContent(language, new AddressState());
        var panel = new LivePanel<>(language, signedIn.acting(), clock, source, skeleton, content);
        add(head().with(panel.freshness()), panel);
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
