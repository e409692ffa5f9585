package io.chom.portal.brand;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads owners and administrators of a reseller to its brand. */
@Component
public class BrandNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return signedIn.isBrandEditor()
                ? List.of(new Destination(Group.BRAND, "brand.title", Icon.PALETTE, BrandView.class))
                : List.of();
    }
}
