package io.chom.tenants.billing.increase;

import io.chom.tenants.billing.increase.Increase.State;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.platform.mail.Mail;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mails about more than a plan allows, that tests read. */
public final class IncreaseMails {

    private static final Meter SITES =
            new Meter(new MeterId("sites"), new Meter.Words("Sites", "sites", "site"), Meter.Aggregation.MAX, 0);
    private static final LocalDate FROM = LocalDate.of(2026, 11, 20);

    private IncreaseMails() {}

    /** One of each kind, and of each way in which more is given. */
    public static List<Mail> of(String house) {
        return List.of(
                new IncreaseAskedMail(increase(State.ASKED, house, null), house),
                new IncreaseAnsweredMail(increase(State.GRANTED, house, null), house),
                new IncreaseAnsweredMail(increase(State.GRANTED, house, FROM.plusDays(9)), house),
                new IncreaseAnsweredMail(increase(State.DECLINED, house, null), house),
                new IncreaseAnsweredMail(increase(State.ENDED, house, null), house));
    }

    private static Increase increase(State state, String text, @Nullable LocalDate ends) {
        return new Increase(
                new IncreaseId(Uuids.next()),
                new TenantId(Uuids.next()),
                text,
                SITES,
                new BigDecimal("25"),
                new BigDecimal("40"),
                text,
                Instant.parse("2026-11-20T10:00:00Z"),
                state,
                state == State.GRANTED ? new BigDecimal("30") : null,
                state == State.GRANTED ? FROM : null,
                ends,
                state == State.DECLINED ? text : "");
    }
}
