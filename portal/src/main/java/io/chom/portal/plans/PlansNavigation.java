package io.chom.portal.plans;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.identity.Role;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads owners and administrators of a customer to its plan. */
@Component
@Order(2)
public class PlansNavigation implements Destinations {

    private static final Set<Role> BUYERS = Set.of(Role.OWNER, Role.ADMIN);

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return isBuyer(signedIn) ? List.of(new Destination("plans.title", Icon.SWITCH, PlansView.class)) : List.of();
    }

    static boolean isBuyer(SignedIn signedIn) {
        var organisation = signedIn.current();
        return organisation.kind() == SignedIn.Kind.CUSTOMER && BUYERS.contains(organisation.role());
    }
}
