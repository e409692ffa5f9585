package io.chom.portal.reseller;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Leads owners and administrators of a reseller to their dashboard, which is where they begin, and whoever sells, the
 * platform's operators too, after where those begin, to what was billed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class ResellerNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        List<Destination> own = isReader(signedIn)
                ? List.of(
                        new Destination("reseller.title", Icon.HOUSE, DashboardView.class),
                        new Destination(Group.BILLING, "plan.title", Icon.SWITCH, PlanView.class))
                : List.of();
        List<Destination> sold = signedIn.isSeller()
                ? List.of(
                        new Destination(Group.SELLING, "unpaid.title", Icon.ALERT, UnpaidView.class),
                        new Destination(Group.SELLING, "issued.title", Icon.RECEIPT, IssuedView.class))
                : List.of();
        List<Destination> taken = isReader(signedIn)
                ? List.of(new Destination(Group.SELLING, "takings.title", Icon.CARD, TakingsView.class))
                : List.of();
        return Stream.of(own, sold, taken).flatMap(List::stream).toList();
    }

    /** Whether it is a brand owner of whom this may be seen. */
    static boolean isReader(SignedIn signedIn) {
        return signedIn.isKeeper(SignedIn.Kind.RESELLER);
    }
}
