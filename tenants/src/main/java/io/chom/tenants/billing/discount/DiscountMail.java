package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.Reductions;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something is off the price of a plan, or will not be any more.
 *
 * @param what which of the two
 * @param plan name of the plan
 * @param percent how much is off
 * @param span from when until when, as far as is known
 * @param house name of the organisation whose plan it is
 */
record DiscountMail(Kind what, String plan, BigDecimal percent, Reductions.Span span, String house) implements Mail {

    /** What is told. */
    enum Kind {
        /** It counts. */
        GIVEN,
        /** It was ended before its time. */
        ENDED
    }

    /** Of one that counts, or did. */
    static DiscountMail of(Bought bought, Discount one, Kind what, String house) {
        var reduction = Objects.requireNonNull(one.reduction());
        var span = Reductions.span(bought, reduction);
        var then = bought.on(span.from());
        return new DiscountMail(what, then.sold().name(), reduction.percent(then.term()), span, house);
    }

    @Override
    public String kind() {
        return switch (what) {
            case GIVEN -> "discount-given";
            case ENDED -> "discount-ended";
        };
    }

    @Override
    public List<MailValue> values() {
        return List.of(off(), MailValue.of(plan), day(span.from()), MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        var until = span.until();
        return Stream.concat(
                        Stream.of(off(), day(span.from())),
                        until == null || until.equals(span.from())
                                ? Stream.empty()
                                : Stream.of(day(until.minusDays(1))))
                .toList();
    }

    private MailValue off() {
        return MailValue.in(language -> new MailFigures(language).percent(percent));
    }

    private static MailValue day(LocalDate day) {
        return MailValue.in(language -> new MailFigures(language).day(day));
    }

    @Override
    public String place() {
        return "/app/plans";
    }
}
