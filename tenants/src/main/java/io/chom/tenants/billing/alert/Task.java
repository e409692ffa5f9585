package io.chom.tenants.billing.alert;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.MeterId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A customer has used up what its plan includes of something: whoever serves it should talk to it.
 *
 * @param id its own
 * @param customer name of the customer
 * @param meter of what
 * @param per how long the allowance lasts
 * @param startsOn first day of the period, or the day
 * @param used the quantity when it was found
 * @param included the allowance then
 * @param dueOn the day until which it should be done
 * @param isDone whether it is
 */
public record Task(
        TaskId id,
        String customer,
        MeterId meter,
        Allowance.Per per,
        LocalDate startsOn,
        BigDecimal used,
        BigDecimal included,
        LocalDate dueOn,
        boolean isDone) {}
