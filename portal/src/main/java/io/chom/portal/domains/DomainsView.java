package io.chom.portal.domains;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.parts.LivePanel;
import io.chom.portal.parts.PageHead;
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
    private final transient Language language = Language.of(UI.getCurrent());

    DomainsView(
            SignedIn signedIn,
            DomainService domains,
            DomainCheckups checkups,
            SenderCheckups senders,
            Catalogues catalogues,
            Clock clock) {
        screen = new Screen(signedIn, language, clock, "domains");
        addClassName("page");
        if (signedIn.isBrandEditor()) {
            show(signedIn, new DomainsWork(domains, checkups, senders), catalogues, clock);
        } else {
            var organisation = signedIn.current();
            var role = language.say("role." + organisation.role().right());
            add(screen.refused(language.say("domains.needs", organisation.name(), role)));
        }
    }

    private void show(SignedIn signedIn, DomainsWork work, Catalogues catalogues, Clock clock) {
        var fee = catalogues.product("white-label", "domain-setup");
        var panel = new LivePanel<>(
                language,
                signedIn.acting(),
                clock,
                new Source<>(work::page, work::changes),
                Skeletons.rows(3),
                new DomainsContent(language, work, fee));
        work.whenWished(panel::reload);
        add(
                new PageHead(language.say("domains.title"), language.say("domains.purpose")).with(panel.freshness()),
                panel);
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
