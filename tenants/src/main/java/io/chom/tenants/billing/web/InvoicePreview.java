package io.chom.tenants.billing.web;

import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.billing.web.InvoiceBody.DaysPart;
import io.chom.tenants.billing.web.InvoiceBody.LinePart;
import io.chom.tenants.platform.Money;
import java.time.Instant;
import java.util.List;

/** The draft of the next invoice on the wire. */
record InvoicePreview(DaysPart period, String plan, List<LinePart> lines, Money total, Instant asOf) {

    static InvoicePreview of(UsageOverview draft) {
        return new InvoicePreview(
                DaysPart.of(draft.period().from(), draft.period().until()),
                draft.plan().slug(),
                LinePart.of(draft.estimate().lines()),
                draft.estimate().total(),
                draft.asOf());
    }
}
