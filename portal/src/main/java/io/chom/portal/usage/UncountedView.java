package io.chom.portal.usage;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.identity.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Set;

/** What a customer's programs sent and was not counted, or is billed to nobody. */
@Route("usage/uncounted")
@RolesAllowed("customer")
final class UncountedView extends Div implements HasDynamicTitle {

    private static final Set<Role> SENDERS = Set.of(Role.OWNER, Role.ADMIN);

    private final transient Screen screen;

    UncountedView(SignedIn signedIn, Uncounted uncounted, Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "uncounted");
        var work = new UncountedWork(uncounted);
        boolean mayRetry = SENDERS.contains(signedIn.current().role());
        addClassName("page");
        add(screen.live(work, Skeletons.rows(4), new UncountedContent(language, work, mayRetry)));
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
