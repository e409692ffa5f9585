package io.chom.tenants.billing.alert;

import java.time.Instant;
import java.time.LocalDate;

/** Something that was told because a part of what is included or planned was reached. */
public sealed interface Alert permits UsageAlert, BudgetAlert {

    /** The first day of the period, or the day itself where it is about a day, in the zone of the subscription. */
    LocalDate startsOn();

    /** Which part, in percent. */
    int threshold();

    /** When it was found. */
    Instant at();
}
