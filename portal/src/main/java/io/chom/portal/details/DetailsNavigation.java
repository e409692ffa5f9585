package io.chom.portal.details;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import io.chom.portal.shell.SignedIn.Kind;
import io.chom.tenants.identity.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads whoever looks after an organisation to its billing details. */
@Component
@Order(2)
public class DetailsNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return isReader(signedIn)
                ? List.of(new Destination(Group.BILLING, "details.title", Icon.ADDRESS, DetailsView.class))
                : List.of();
    }

    static boolean isReader(SignedIn signedIn) {
        return signedIn.isKeeper(Kind.CUSTOMER) || signedIn.isKeeper(Kind.RESELLER) || isOperator(signedIn);
    }

    private static boolean isOperator(SignedIn signedIn) {
        return signedIn.current().kind() == Kind.PLATFORM && signedIn.current().role() == Role.OPERATOR;
    }
}
