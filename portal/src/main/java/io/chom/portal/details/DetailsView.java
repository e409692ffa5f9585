package io.chom.portal.details;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.details.BillingDetailsService;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Who an organisation is on invoices and, where it sells, what tax it charges. */
@Route("billing-details")
@RolesAllowed({"customer", "reseller", "platform"})
final class DetailsView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    DetailsView(SignedIn signedIn, BillingDetailsService details, Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "details");
        addClassName("page");
        if (DetailsNavigation.isReader(signedIn)) {
            var work = new DetailsWork(details);
            boolean isSeller = signedIn.current().kind() != SignedIn.Kind.CUSTOMER;
            add(screen.live(work, Skeletons.rows(3), new DetailsContent(language, work::change, isSeller)));
        } else {
            add(screen.refused());
        }
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
