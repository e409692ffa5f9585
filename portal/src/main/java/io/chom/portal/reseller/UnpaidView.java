package io.chom.portal.reseller;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.dunning.DunningService;
import io.chom.tenants.billing.dunning.LadderService;
import io.chom.tenants.billing.payment.ManualPayments;
import io.chom.tenants.catalog.Catalogues;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** What the customers of whoever sells have not paid, and what happens about it. */
@Route("unpaid")
@RolesAllowed({"reseller", "platform"})
final class UnpaidView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    UnpaidView(
            SignedIn signedIn,
            DunningService dunning,
            ManualPayments payments,
            LadderService ladders,
            Catalogues catalogues,
            Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "unpaid");
        addClassName("page");
        if (signedIn.isSeller()) {
            var work = new UnpaidWork(dunning, payments, ladders);
            add(screen.live(work, Skeletons.rows(3), new UnpaidContent(language, work, catalogues, clock)));
        } else {
            add(screen.refused());
        }
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
