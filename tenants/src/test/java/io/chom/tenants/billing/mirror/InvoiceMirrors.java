package io.chom.tenants.billing.mirror;

import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.billing.sync.PayerSync;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.reactive.TransactionalOperator;

/** What shows paid invoices, on a sandbox of a test's own. */
public final class InvoiceMirrors {

    private InvoiceMirrors() {}

    /** The part of the program that does. */
    public static PayerSync of(ApplicationContext context, Sandbox sandbox) {
        return new InvoiceMirror(
                context.getBean(InvoiceService.class),
                context.getBean(CreditService.class),
                context.getBean(InvoiceMirrorBook.class),
                sandbox.invoices(),
                context.getBean(TransactionalOperator.class));
    }
}
