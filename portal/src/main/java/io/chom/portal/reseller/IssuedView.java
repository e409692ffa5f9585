package io.chom.portal.reseller;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.billing.payment.Refunds;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.tenancy.Brands;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** What the customers of whoever sells were billed, and what puts it right. */
@Route("issued")
@RolesAllowed({"reseller", "platform"})
final class IssuedView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    IssuedView(
            SignedIn signedIn,
            CreditService credits,
            Refunds refunds,
            Catalogues catalogues,
            Brands brands,
            Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "issued");
        addClassName("page");
        if (signedIn.isSeller()) {
            var work = new IssuedWork(credits, refunds);
            var lines = new LineWords(language, catalogues::meter);
            var house = signedIn.acting().reseller();
            var content = new IssuedContent(
                    language, lines, work, () -> brands.of(house).assets());
            add(screen.live(work, Skeletons.rows(3), content));
        } else {
            add(screen.refused());
        }
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
