package io.chom.tenants.billing;

import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.mail.Mail;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** The mail about a pause that tests read. */
public final class PauseMails {

    private PauseMails() {}

    /** Of a plan for $79.00 that is paused for two months. */
    public static Mail of(String house) {
        var price = new Money(7_900, Currency.getInstance("USD"));
        var plan = new Plan("hosting", 1, "pro", "Pro", price, Set.of(), List.of());
        return new PauseMail(plan, LocalDate.of(2027, 3, 15), LocalDate.of(2027, 5, 15), house);
    }
}
