package io.chom.portal.plans;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads owners and administrators of a customer to its plan. */
@Component
@Order(2)
public class PlansNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return isBuyer(signedIn)
                ? List.of(new Destination(Group.BILLING, "plans.title", Icon.SWITCH, PlansView.class))
                : List.of();
    }

    static boolean isBuyer(SignedIn signedIn) {
        return signedIn.isKeeper(SignedIn.Kind.CUSTOMER);
    }
}
