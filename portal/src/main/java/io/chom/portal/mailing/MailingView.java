package io.chom.portal.mailing;

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
    private final transient Language language = Language.of(UI.getCurrent());

    MailingView(
            SignedIn signedIn,
            MailSenderService senders,
            SenderCheckups checkups,
            SuppressionService suppressions,
            Clock clock) {
        screen = new Screen(signedIn, language, clock, "mailing");
        addClassName("page");
        if (signedIn.isBrandEditor()) {
            show(signedIn, new MailingWork(senders, checkups, suppressions), clock);
        } else {
            var organisation = signedIn.current();
            var role = language.say("role." + organisation.role().right());
            add(screen.refused(language.say("mailing.needs", organisation.name(), role)));
        }
    }

    private void show(SignedIn signedIn, MailingWork work, Clock clock) {
        var panel = new LivePanel<>(
                language,
                signedIn.acting(),
                clock,
                new Source<>(work::page, work::changes),
                Skeletons.rows(3),
                new MailingContent(language, work, signedIn));
        work.whenWished(panel::reload);
        add(
                new PageHead(language.say("mailing.title"), language.say("mailing.purpose")).with(panel.freshness()),
                panel);
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
