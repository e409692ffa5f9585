package io.chom.portal.reseller;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.parts.AddressState;
import io.chom.portal.parts.LivePanel;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** A reseller's customers: what they bring, who is near a limit, and all of them. */
@Route("dashboard")
@RolesAllowed("reseller")
final class DashboardView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    DashboardView(SignedIn signedIn, CustomerFigures figures, CustomerTasks tasks, Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "reseller");
        addClassNames("page", "wide");
        if (ResellerNavigation.isReader(signedIn)) {
            var skeleton = Skeletons.page(4, Skeletons.list(3), Skeletons.list(8));
            var content = new DashboardContent(language, new AddressState(), tasks(signedIn, language, tasks, clock));
            add(screen.live(new Source<>(figures::current, figures::changes, figures::flowing), skeleton, content));
        } else {
            add(screen.refused());
        }
    }

    /** A region of its own: it changes at other times than the figures. */
    private static Component tasks(SignedIn signedIn, Language language, CustomerTasks tasks, Clock clock) {
        var work = new TaskWork(tasks);
        var list = new TaskList(language, tasks::meter, work::turn);
        var panel = new LivePanel<>(language, signedIn.acting(), clock, work.source(), new Div(), list);
        work.whenWished(panel::reload);
        return panel;
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
