package io.chom.portal.invoices;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.tenancy.Brands;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** The invoices of a customer, each with what it came to and why. */
@Route("invoices")
@RolesAllowed("customer")
final class InvoicesView extends Div implements HasDynamicTitle {

    /** Five years of them. */
    private static final int MOST = 60;

    private final transient Screen screen;

    InvoicesView(SignedIn signedIn, InvoiceService invoices, Catalogues catalogues, Brands brands, Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "invoices");
        addClassName("page");
        if (InvoicesNavigation.isReader(signedIn)) {
            var words = new InvoiceWords(language, catalogues);
            var papers = new InvoicePapers(words, signedIn, brands);
            add(screen.live(
                    new Source<>(() -> invoices.latest(MOST), invoices::changes),
                    Skeletons.rows(4),
                    new InvoicesContent(language, words, papers)));
        } else {
            add(screen.refused());
        }
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
