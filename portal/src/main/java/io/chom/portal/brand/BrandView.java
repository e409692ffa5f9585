package io.chom.portal.brand;

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
import io.chom.tenants.identity.MembershipService;
import io.chom.tenants.tenancy.BrandPreviews;
import io.chom.tenants.tenancy.BrandStudio;
import io.chom.tenants.tenancy.website.WebsiteImports;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** The brand of a reseller: its fields, a preview of what they make, and what was published before. */
@Route("brand")
@RolesAllowed("reseller")
final class BrandView extends Div implements HasDynamicTitle {

    private final transient Screen screen;
    private final transient Language language = Language.of(UI.getCurrent());

    BrandView(
            SignedIn signedIn,
            BrandStudio studio,
            BrandPreviews previews,
            WebsiteImports websites,
            MembershipService members,
            Clock clock) {
        screen = new Screen(signedIn, language, clock, "brand");
        addClassNames("page", "wide");
        if (signedIn.isBrandEditor()) {
            add(panel(signedIn, new BrandWork(studio, previews, members), websites, clock));
        } else {
            var organisation = signedIn.current();
            var role = language.say("role." + organisation.role().right());
            add(screen.refused(language.say("brand.needs", organisation.name(), role)));
        }
    }

    private Div panel(SignedIn signedIn, BrandWork work, WebsiteImports websites, Clock clock) {
        var content = new BrandContent(language, work, signedIn::draftAt);
        var panel = new LivePanel<>(
                language,
                signedIn.acting(),
                clock,
                new Source<>(work::page, work::changes),
                Skeletons.page(2, Skeletons.list(4), Skeletons.list(4)),
                content);
        work.whenWished(panel::reload);
        var website = new WebsiteStart(language, signedIn.acting(), clock, websites, content::change);
        var head = new PageHead(language.say("brand.title"), language.say("brand.purpose"))
                .with(website, panel.freshness());
        var page = new Div(head, panel);
        page.addClassName("stack");
        return page;
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
