package io.chom.portal.discounts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.AddressState;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.discount.DiscountDesk;
import io.chom.tenants.billing.discount.DiscountService;
import io.chom.tenants.identity.MembershipService;
import io.chom.tenants.tenancy.TenantService;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** What is off the price of a customer: what there is, what could be given, and what was done. */
@Route("discounts")
@RolesAllowed({"reseller", "platform"})
final class DiscountsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Screen screen;
    private final transient DiscountsWork work;

    DiscountsView(
            SignedIn signedIn,
            DiscountService discounts,
            DiscountDesk desk,
            TenantService tenants,
            MembershipService people,
            Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "discounts");
        addClassName("page");
        boolean isPlatform = signedIn.current().kind() == SignedIn.Kind.PLATFORM;
        work = new DiscountsWork(discounts, desk, new Buyers(tenants, isPlatform), people);
        if (DiscountsNavigation.isGiver(signedIn)) {
            add(screen.live(work, Skeletons.rows(3), new DiscountsContent(language, work, new AddressState())));
        } else {
            add(screen.refused());
        }
    }

    /** Opens with the customer that the address names, if it names one. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        work.open(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(DiscountsContent.CUSTOMER)
                .orElse(""));
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
