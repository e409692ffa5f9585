package io.chom.portal.discounts;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads whoever sells to what is off the prices. */
@Component
@Order(2)
public class DiscountsNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return isGiver(signedIn)
                ? List.of(new Destination(Group.SELLING, "discounts.title", Icon.TAG, DiscountsView.class))
                : List.of();
    }

    static boolean isGiver(SignedIn signedIn) {
        return signedIn.isSeller();
    }
}
