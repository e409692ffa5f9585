package io.chom.portal.operator;

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

/** Everyone who sells under an own brand on the platform. */
@Route("resellers")
@RolesAllowed("platform")
final class ResellersView extends Div implements HasDynamicTitle {

    private final transient SignedIn signedIn;
    private final transient Language language = Language.of(UI.getCurrent());

    ResellersView(SignedIn signedIn, PlatformFigures figures, Clock clock) {
        this.signedIn = signedIn;
        addClassNames("page", "wide");
        if (OperatorNavigation.isReader(signedIn)) {
            ask(figures, clock);
        } else {
            add(head(), refusal());
        }
    }

    private void ask(PlatformFigures figures, Clock clock) {
        var source = new Source<>(figures::current, figures::changes);
        var skeleton = Skeletons.page(Skeletons.cards(3), Skeletons.rows(8));
        var content = new ResellersContent(language, signedIn, new AddressState());
        var panel = new LivePanel<>(language, signedIn.acting(), clock, source, skeleton, content);
        add(head().with(panel.freshness()), panel);
    }

    private PageHead head() {
        return new PageHead(language.say("operator.title"), language.say("operator.purpose"));
    }

    private Component refusal() {
        var role = language.say("role." + signedIn.current().role().right());
        return new Placard(Icon.LOCK, language.say("state.forbidden"), language.say("operator.needs", role));
    }

    @Override
    public String getPageTitle() {
        return signedIn.titled(language.say("operator.title"));
    }
}
