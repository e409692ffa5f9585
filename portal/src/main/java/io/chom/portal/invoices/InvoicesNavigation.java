package io.chom.portal.invoices;

import io.chom.portal.parts.Icon;
import io.chom.portal.shell.Destinations;
import io.chom.portal.shell.SignedIn;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads owners and administrators to what their organisation was billed: a customer by its reseller, a reseller by the platform. */
@Component
@Order(1)
public class InvoicesNavigation implements Destinations {

    @Override
    public List<Destination> of(SignedIn signedIn) {
        return isReader(signedIn)
                ? List.of(new Destination(Group.BILLING, "invoices.title", Icon.RECEIPT, InvoicesView.class))
                : List.of();
    }

    static boolean isReader(SignedIn signedIn) {
        return signedIn.isKeeper(SignedIn.Kind.CUSTOMER) || signedIn.isKeeper(SignedIn.Kind.RESELLER);
    }
}
