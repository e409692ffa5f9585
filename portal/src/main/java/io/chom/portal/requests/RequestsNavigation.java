package io.chom.portal.requests;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads whoever sells to what is asked of them. */
@Component
@Order(1)
public class RequestsNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return isDecider(signedIn)
                ? List.of(new Destination(Group.SELLING, "requests.title", Icon.HELP, RequestsView.class))
                : List.of();
    }

    static boolean isDecider(SignedIn signedIn) {
        return signedIn.isSeller();
    }
}
