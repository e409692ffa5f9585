package io.chom.portal.operator;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.parts.AddressState;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Everyone who sells under an own brand on the platform. */
@Route("resellers")
@RolesAllowed("platform")
final class ResellersView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    ResellersView(SignedIn signedIn, PlatformFigures figures, Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "operator");
        addClassNames("page", "wide");
        if (OperatorNavigation.isReader(signedIn)) {
            var skeleton = Skeletons.page(3, Skeletons.list(8));
            var content = new ResellersContent(language, signedIn, new AddressState());
            add(screen.live(new Source<>(figures::current, figures::changes), skeleton, content));
        } else {
            add(screen.refused());
        }
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
