package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Money;
import io.chom.tenants.usage.Totals;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the usage of a closed period comes to, by the same reckoning as its invoice and the lines that put it right. */
public final class InvoicedUsage {

    /** So many of a subscription's latest invoices are put right by the next one. */
    public static final int PUT_RIGHT = Adjustments.LOOK_BACK;

    private InvoicedUsage() {}

    /**
     * Due for each meter whose overage is billed; empty when the plan is in no catalogue that this program can read.
     *
     * @param currency of the invoice
     */
    public static Optional<Map<MeterId, Money>> due(
            Catalogues catalogues, Invoice.SoldPlan sold, Currency currency, Totals used) {
        return catalogues
                .plan(sold.catalogue(), sold.version(), sold.plan(), currency)
                .map(plan -> Rating.metered(plan, catalogues::meter, used::of)
                        .collect(Collectors.toMap(one -> one.meter().id(), MeterUsage::overageCost)));
    }
}
