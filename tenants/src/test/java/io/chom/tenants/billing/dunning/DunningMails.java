package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.mail.Mail;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Mails about what is unpaid that tests read. */
public final class DunningMails {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Ladder LADDER = Ladder.of(
            List.of("reminder -3", "reminder 0", "reminder 3", "final-warning 7", "suspension 14", "retention-end 44"));

    private DunningMails() {}

    /** One of each step of the usual ladder, and the one after the payment. */
    public static List<Mail> of(String house) {
        return Stream.concat(
                        LADDER.rungs().stream().map(rung -> mail(rung, house)), Stream.of(new AccessRestored(house)))
                .toList();
    }

    private static Mail mail(Rung rung, String house) {
        var overdue = new Overdue(
                TenantId.next(),
                TenantId.next(),
                InvoiceId.next(),
                "ACME-000042",
                new Money(2_900, Currency.getInstance("USD")),
                LocalDate.of(2026, 11, 20),
                ZoneOffset.UTC,
                LADDER);
        var course = new Course(LADDER, overdue.dueOn(), overdue.zone(), LocalTime.of(9, 0), List.of(), null);
        return new DunningMail(overdue, rung, course.with(rung, NOW), house);
    }
}
