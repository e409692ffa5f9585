package io.chom.portal.mailing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.platform.mail.SuppressionService;
import io.chom.tenants.tenancy.senders.MailSenderService;
import io.chom.tenants.tenancy.senders.SenderCheckups;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** How a reseller's mail is sent: under which name, from which address, through which server, and whom it does not reach. */
@Route("mail")
@RolesAllowed("reseller")
final class MailingView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    MailingView(
            SignedIn signedIn,
            MailSenderService senders,
            SenderCheckups checkups,
            SuppressionService suppressions,
            Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "mailing");
        addClassName("page");
        if (signedIn.isBrandEditor()) {
            var work = new MailingWork(senders, checkups, suppressions);
            add(screen.live(work, Skeletons.rows(3), new MailingContent(language, work, signedIn)));
        } else {
            add(screen.refused());
        }
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
