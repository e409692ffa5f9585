package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.billing.NumberSeries.Taken;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class CreditNotesTest extends TenantIsolationContract {

    private static final Instant NOW = Instant.parse("2033-01-01T12:00:00Z");

    @Autowired
    CreditNotes notes;

    @Override
    public String table() {
        return "billing.credit_note";
    }

    @Override
    public Publisher<?> write() {
        var amount = new Money(700, Currency.getInstance("USD"));
        var wanted = new NewCredit(CreditNoteId.next(), List.of(new Part(1, amount)), "Isolated");
        var taken = new Taken("TEST-CN", (int) (System.nanoTime() & Integer.MAX_VALUE));
        return TenantContext.require()
                .flatMap(acting -> Invoiced.write(database, acting, acting.reseller(), amount, NOW)
                        .flatMap(invoice -> notes.write(acting, invoice.id(), wanted, amount, taken, NOW)));
    }
}
