package io.chom.portal.operator;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads operators of the platform to the resellers, which is where they begin. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class OperatorNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return isReader(signedIn)
                ? List.of(
                        new Destination("operator.title", Icon.PEOPLE, ResellersView.class),
                        new Destination("maintenance.title", Icon.LOCK, MaintenanceView.class))
                : List.of();
    }

    static boolean isReader(SignedIn signedIn) {
        return signedIn.isOperator();
    }
}
