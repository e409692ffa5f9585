package io.chom.portal.invoices;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.billing.dunning.DunningService;
import io.chom.tenants.billing.payment.PaymentPortal;
import io.chom.tenants.billing.payment.PaymentService;
import io.chom.tenants.billing.payment.Refunds;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.tenancy.Brands;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.Clock;

/** What a customer or a reseller was billed, each invoice with what it came to and why. */
@Route("invoices")
@RolesAllowed({"customer", "reseller"})
final class InvoicesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String ADDRESS = "/app/invoices";

    private final transient Screen screen;
    private final transient InvoicesWork work;

    InvoicesView(
            SignedIn signedIn,
            InvoiceService invoices,
            PaymentService payments,
            PaymentPortal portal,
            CreditService credits,
            Refunds refunds,
            DunningService dunning,
            Catalogues catalogues,
            Brands brands,
            Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "invoices");
        work = new InvoicesWork(
                invoices, payments, portal, credits, refunds, dunning, URI.create(signedIn.portalAddress() + ADDRESS));
        addClassName("page");
        if (InvoicesNavigation.isReader(signedIn)) {
            var words = new InvoiceWords(language, catalogues);
            var papers = new InvoicePapers(words, signedIn, brands);
            var none = none(language, signedIn.current().kind());
            add(screen.live(work, Skeletons.rows(4), new InvoicesContent(words, papers, work, none, clock)));
        } else {
            add(screen.refused());
        }
    }

    private static Placard none(Language language, SignedIn.Kind whose) {
        var where = whose == SignedIn.Kind.RESELLER ? "invoices.empty.plan" : "invoices.empty.usage";
        return new Placard(
                Icon.TABLE,
                language.say("invoices.empty"),
                language.say("invoices.empty.why") + " " + language.say(where));
    }

    /** The pages on which something is paid lead back here with the name of the visit. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PaymentService.VISIT)
                .ifPresent(work::returned);
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
