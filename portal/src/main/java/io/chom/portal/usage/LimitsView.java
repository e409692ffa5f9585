package io.chom.portal.usage;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.UsageOverviews;
import io.chom.tenants.billing.increase.IncreaseService;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Where a customer's plan stops, and what it has asked for there. */
@Route("usage/limits")
@RolesAllowed("customer")
final class LimitsView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    LimitsView(SignedIn signedIn, IncreaseService increases, UsageOverviews overviews, Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "limits");
        var work = new LimitsWork(increases, overviews);
        boolean mayAsk = signedIn.isKeeper(SignedIn.Kind.CUSTOMER);
        addClassName("page");
        add(screen.live(work, Skeletons.rows(3), new LimitsContent(language, work, mayAsk)));
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
