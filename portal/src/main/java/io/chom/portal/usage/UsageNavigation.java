package io.chom.portal.usage;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads customers to their usage, which is where they begin. */
@Component
@Order(0)
public class UsageNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return signedIn.current().kind() == SignedIn.Kind.CUSTOMER
                ? List.of(new Destination("usage.title", Icon.CHART, UsageView.class))
                : List.of();
    }
}
