package io.chom.portal.reseller;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads owners and administrators of a reseller to their dashboard, which is where they begin. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ResellerNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return isReader(signedIn)
                ? List.of(
                        new Destination("reseller.title", Icon.HOUSE, DashboardView.class),
                        new Destination(Group.BILLING, "plan.title", Icon.SWITCH, PlanView.class),
                        new Destination(Group.SELLING, "unpaid.title", Icon.ALERT, UnpaidView.class),
                        new Destination(Group.SELLING, "issued.title", Icon.RECEIPT, IssuedView.class),
                        new Destination(Group.SELLING, "takings.title", Icon.CARD, TakingsView.class))
                : List.of();
    }

    static boolean isReader(SignedIn signedIn) {
        return signedIn.isKeeper(SignedIn.Kind.RESELLER);
    }
}
