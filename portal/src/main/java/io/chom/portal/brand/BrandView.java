package io.chom.portal.brand;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
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

    BrandView(
            SignedIn signedIn,
            BrandStudio studio,
            BrandPreviews previews,
            WebsiteImports websites,
            MembershipService members,
            Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "brand");
        addClassNames("page", "wide");
        if (signedIn.isBrandEditor()) {
            var work = new BrandWork(studio, previews, members);
            var content = new BrandContent(language, work, signedIn::draftAt);
            var website = new WebsiteStart(language, signedIn.acting(), clock, websites, content::change);
            add(screen.live(work, Skeletons.page(2, Skeletons.list(4), Skeletons.list(4)), content, website));
        } else {
            add(screen.refused());
        }
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
