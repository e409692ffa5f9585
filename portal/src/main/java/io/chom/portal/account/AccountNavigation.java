package io.chom.portal.account;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads everybody to what is theirs, from the menu at their initials. */
@Component
public class AccountNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return List.of();
    }

    @Override
    public List<Destination> personal() {
        return List.of(
                new Destination("account.title", Icon.LOCK, AccountView.class),
                new Destination("account.sessions", Icon.MONITOR, SessionsView.class));
    }
}
