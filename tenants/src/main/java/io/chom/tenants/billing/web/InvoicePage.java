package io.chom.tenants.billing.web;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of invoices on the wire. */
record InvoicePage(List<InvoiceBody> items, @Nullable String next) {

    static InvoicePage of(Page<Invoice> page) {
        Cursor next = page.next();
        return new InvoicePage(page.items().stream().map(InvoiceBody::of).toList(), next == null ? null : next.text());
    }
}
