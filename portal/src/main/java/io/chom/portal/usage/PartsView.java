package io.chom.portal.usage;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.AddressState;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.usage.UsageParts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** What the figures of the running period are made of: from the meter over day and site to the single event. */
@Route("usage/parts")
@RolesAllowed("customer")
final class PartsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    /** Name of the meter in the address. */
    static final String METER = "meter";

    private final transient Screen screen;
    private final transient PartsWork work;

    PartsView(SignedIn signedIn, CustomerUsage usage, UsageParts parts, Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "parts");
        work = new PartsWork(usage, parts, new AddressState());
        addClassName("page");
        add(screen.live(work, Skeletons.page(1, Skeletons.list(6)), new PartsContent(language, work)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        work.begin(event.getLocation().getQueryParameters());
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
