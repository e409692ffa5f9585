package io.chom.portal.requests;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.discount.DiscountDesk;
import io.chom.tenants.billing.increase.IncreaseDesk;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** What customers of a reseller, or resellers, ask for where their plan stops, and discounts that need an approval; decided here. */
@Route("requests")
@RolesAllowed({"reseller", "platform"})
final class RequestsView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    RequestsView(SignedIn signedIn, IncreaseDesk desk, DiscountDesk discounts, Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "requests");
        addClassName("page");
        if (RequestsNavigation.isDecider(signedIn)) {
            var work = new RequestsWork(desk, discounts);
            add(screen.live(work, Skeletons.rows(3), new RequestsContent(language, work, clock)));
        } else {
            add(screen.refused());
        }
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
