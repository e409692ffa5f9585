package io.chom.portal.plans;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CurrencySelect;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.Pausing;
import io.chom.tenants.billing.PlanChanges;
import io.chom.tenants.billing.SeatService;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.catalog.Catalogues;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** What a customer has, what else there is, and what a change would cost before it is made. */
@Route("plans")
@RolesAllowed("customer")
final class PlansView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    PlansView(
            SignedIn signedIn,
            SubscriptionService subscriptions,
            PlanChanges changes,
            Pausing pausing,
            SeatService seats,
            Catalogues catalogues,
            Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "plans");
        addClassName("page");
        if (PlansNavigation.isBuyer(signedIn)) {
            var zone = language.formats().zone();
            var currency = CurrencySelect.preferred(UI.getCurrent(), catalogues);
            var work = new PlansWork(subscriptions, changes, pausing, seats, catalogues, currency, zone, clock);
            add(screen.live(work, Skeletons.rows(3), new PlansContent(language, work, catalogues)));
        } else {
            add(screen.refused());
        }
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
