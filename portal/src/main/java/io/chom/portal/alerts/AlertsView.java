package io.chom.portal.alerts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.alert.AlertService;
import io.chom.tenants.billing.alert.BudgetService;
import io.chom.tenants.catalog.Catalogues;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** What a customer was told about its usage, the newest first, and its budget. */
@Route("alerts")
@RolesAllowed("customer")
final class AlertsView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    AlertsView(
            SignedIn signedIn,
            AlertService alerts,
            BudgetService budgets,
            SubscriptionService subscriptions,
            Catalogues catalogues,
            Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "alerts");
        addClassName("page");
        if (AlertsNavigation.isReader(signedIn)) {
            var work = new AlertsWork(alerts, budgets, subscriptions, catalogues);
            var words = new AlertWords(language, catalogues::meter, alerts.thresholds());
            var budget = new BudgetCard(words, work::set, work::remove);
            budget.allow(AlertsNavigation.isKeeper(signedIn));
            add(screen.live(work, Skeletons.rows(3), new AlertsContent(words, budget)));
        } else {
            add(screen.refused());
        }
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
