package io.chom.portal.domains;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.tenancy.domains.DomainCheckups;
import io.chom.tenants.tenancy.domains.DomainService;
import io.chom.tenants.tenancy.senders.SenderCheckups;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** The domains of a reseller: adding one, the records that each needs, and what the name servers say of them. */
@Route("domains")
@RolesAllowed("reseller")
final class DomainsView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    DomainsView(
            SignedIn signedIn,
            DomainService domains,
            DomainCheckups checkups,
            SenderCheckups senders,
            Catalogues catalogues,
            Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "domains");
        addClassName("page");
        if (signedIn.isBrandEditor()) {
            var work = new DomainsWork(domains, checkups, senders);
            var fee = catalogues.product("white-label", "domain-setup");
            add(screen.live(work, Skeletons.rows(3), new DomainsContent(language, work, fee)));
        } else {
            add(screen.refused());
        }
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
