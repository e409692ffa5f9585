package io.chom.portal.reseller;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CurrencySelect;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.Entitlements;
import io.chom.tenants.billing.Purchases;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.catalog.Catalogues;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** What a reseller has bought for itself, and what it needs to have customers. */
@Route("plan")
@RolesAllowed("reseller")
final class PlanView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    PlanView(
            SignedIn signedIn,
            SubscriptionService subscriptions,
            Entitlements entitlements,
            Purchases purchases,
            Catalogues catalogues,
            Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "plan");
        addClassName("page");
        if (ResellerNavigation.isReader(signedIn)) {
            var work = new PlanWork(
                    subscriptions,
                    entitlements,
                    purchases,
                    catalogues,
                    CurrencySelect.preferred(UI.getCurrent(), catalogues),
                    language.formats().zone());
            add(screen.live(work, Skeletons.rows(2), new PlanContent(language, work, catalogues)));
        } else {
            add(screen.refused());
        }
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
