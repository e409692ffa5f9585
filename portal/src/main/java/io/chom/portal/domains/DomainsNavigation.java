package io.chom.portal.domains;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads owners and administrators of a reseller to its domains. */
@Component
public class DomainsNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return signedIn.isBrandEditor()
                ? List.of(new Destination(Group.BRAND, "domains.title", Icon.GLOBE, DomainsView.class))
                : List.of();
    }
}
