package io.chom.portal.reseller;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.payment.AccountService;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.Clock;

/** How a reseller's customers pay it. */
@Route("takings")
@RolesAllowed("reseller")
final class TakingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String ADDRESS = "/app/takings";
    private static final String RETURNED = "told";

    private final transient Screen screen;
    private final transient TakingsWork work;

    TakingsView(SignedIn signedIn, AccountService accounts, Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "takings");
        var back = URI.create(signedIn.portalAddress() + ADDRESS + "?" + RETURNED + "=yes");
        work = new TakingsWork(accounts, back);
        addClassName("page");
        if (ResellerNavigation.isReader(signedIn)) {
            add(screen.live(work, Skeletons.rows(1), new TakingsContent(language, work)));
        } else {
            add(screen.refused());
        }
    }

    /** The pages of the payment provider lead back here. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter(RETURNED).ifPresent(told -> work.returned());
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
