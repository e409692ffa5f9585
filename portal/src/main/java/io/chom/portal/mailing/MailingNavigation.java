package io.chom.portal.mailing;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads owners and administrators of a reseller to how its mail is sent. */
@Component
public class MailingNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return signedIn.isBrandEditor()
                ? List.of(new Destination(Group.BRAND, "mailing.title", Icon.MAIL, MailingView.class))
                : List.of();
    }
}
