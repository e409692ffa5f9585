package io.chom.portal.operator;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.tenancy.MaintenanceService;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Closes every reseller's portal and API for a while, and opens them again. */
@Route("maintenance")
@RolesAllowed("platform")
final class MaintenanceView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    MaintenanceView(SignedIn signedIn, MaintenanceService maintenance, Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "maintenance");
        addClassName("page");
        if (OperatorNavigation.isReader(signedIn)) {
            var work = new MaintenanceWork(maintenance);
            add(screen.live(work, Skeletons.rows(1), new MaintenanceContent(language, work)));
        } else {
            add(screen.refused());
        }
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
