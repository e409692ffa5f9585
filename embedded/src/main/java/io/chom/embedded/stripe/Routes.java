package io.chom.embedded.stripe;

import java.util.List;
import java.util.stream.Stream;

/** All addresses of the API. */
final class Routes {

    private Routes() {}

    static List<Route> all() {
        return Stream.of(
                        Accounts.routes(),
                        Customers.routes(),
                        Products.routes(),
                        Prices.routes(),
                        Events.routes(),
                        WebhookEndpoints.routes(),
                        PaymentMethods.routes(),
                        PaymentIntents.routes(),
                        SetupIntents.routes(),
                        Refunds.routes(),
                        Coupons.routes(),
                        InvoiceItems.routes(),
                        Invoices.routes(),
                        InvoicePayments.routes(),
                        Subscriptions.routes(),
                        SubscriptionItems.routes(),
                        TestClocks.routes(),
                        Meters.routes(),
                        MeterEvents.routes(),
                        CreditNotes.routes(),
                        Transfers.routes(),
                        CheckoutSessions.routes(),
                        PortalSessions.routes())
                .flatMap(List::stream)
                .toList();
    }
}
