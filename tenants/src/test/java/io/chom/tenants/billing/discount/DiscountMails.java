package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.Reductions;
import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.billing.discount.Discount.State;
import io.chom.tenants.billing.discount.DiscountStep.Kind;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.platform.mail.Mail;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Mails about discounts, that tests read. */
public final class DiscountMails {

    private static final LocalDate FROM = LocalDate.of(2026, 11, 20);
    private static final BigDecimal PERCENT = new BigDecimal("12.5");

    private DiscountMails() {}

    /** One of each kind, with and without an end. */
    public static List<Mail> of(String house) {
        var discount = new Discount(
                new DiscountId(Uuids.next()),
                new TenantId(Uuids.next()),
                house,
                new SubscriptionId(Uuids.next()),
                PERCENT,
                3,
                house,
                Giver.OWNER,
                "somebody",
                Instant.EPOCH,
                State.ASKED,
                null);
        var span = new Reductions.Span(FROM, FROM.plusMonths(3));
        return List.of(
                new DiscountDeskMail(discount, Kind.ASKED, house, house),
                new DiscountDeskMail(discount, Kind.APPROVED, "", house),
                new DiscountDeskMail(discount, Kind.REFUSED, house, house),
                new DiscountMail(DiscountMail.Kind.GIVEN, house, PERCENT, span, house),
                new DiscountMail(DiscountMail.Kind.GIVEN, house, PERCENT, new Reductions.Span(FROM, null), house),
                new DiscountMail(DiscountMail.Kind.ENDED, house, PERCENT, span, house));
    }
}
