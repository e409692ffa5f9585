package io.chom.portal.brand;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.identity.Role;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Leads owners and administrators of a reseller to its brand. */
@Component
public class BrandNavigation implements Destinations {

    private static final Set<Role> EDITORS = Set.of(Role.OWNER, Role.ADMIN);

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return isEditor(signedIn) ? List.of(new Destination("brand.title", Icon.PALETTE, BrandView.class)) : List.of();
    }

    static boolean isEditor(SignedIn signedIn) {
        var organisation = signedIn.current();
        return organisation.kind() == SignedIn.Kind.RESELLER && EDITORS.contains(organisation.role());
    }
}
