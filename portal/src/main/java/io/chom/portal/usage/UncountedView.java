package io.chom.portal.usage;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** What a customer's programs sent and was not counted, or is billed to nobody. */
@Route("usage/uncounted")
@RolesAllowed("customer")
final class UncountedView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    UncountedView(SignedIn signedIn, Uncounted uncounted, Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "uncounted");
        var work = new UncountedWork(uncounted);
        boolean mayRetry = signedIn.isKeeper(SignedIn.Kind.CUSTOMER);
        addClassName("page");
        add(screen.live(work, Skeletons.rows(4), new UncountedContent(language, work, mayRetry)));
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
