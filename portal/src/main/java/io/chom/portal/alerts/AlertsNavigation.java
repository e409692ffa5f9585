package io.chom.portal.alerts;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads everybody of a customer to what it was told about its usage. */
@Component
@Order(3)
public class AlertsNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return isReader(signedIn) ? List.of(new Destination("alerts.title", Icon.ALERT, AlertsView.class)) : List.of();
    }

    static boolean isReader(SignedIn signedIn) {
        return signedIn.current().kind() == SignedIn.Kind.CUSTOMER;
    }

    /** Whether the budget is theirs to set. */
    static boolean isKeeper(SignedIn signedIn) {
        return signedIn.isKeeper(SignedIn.Kind.CUSTOMER);
    }
}
