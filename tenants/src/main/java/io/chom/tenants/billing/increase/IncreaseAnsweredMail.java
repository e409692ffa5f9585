package io.chom.tenants.billing.increase;

import io.chom.tenants.billing.MeterPhrases;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has decided about more than a plan allows.
 *
 * @param increase with the decision
 * @param house name of the organisation that asked
 */
record IncreaseAnsweredMail(Increase increase, String house) implements Mail {

    /** Where customers see what is limited. */
    static final String PLACE = "/app/usage/limits";

    @Override
    public String kind() {
        return "increase-" + increase.state().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<MailValue> values() {
        return List.of(name(increase), quantity(increase, limit()), MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        var ends = increase.endsOn();
        boolean hasEnd = increase.state() == Increase.State.GRANTED && ends != null;
        return Stream.concat(
                        Stream.of(quantity(increase, limit()), said(increase.answer())),
                        hasEnd
                                ? Stream.of(MailValue.in(language -> new MailFigures(language)
                                        .day(Objects.requireNonNull(ends).minusDays(1))))
                                : Stream.empty())
                .toList();
    }

    /** Where it stops from now on. */
    private BigDecimal limit() {
        var granted = increase.granted();
        return increase.state() == Increase.State.GRANTED && granted != null ? granted : increase.included();
    }

    @Override
    public @Nullable String place() {
        return PLACE;
    }

    static MailValue name(Increase increase) {
        return MailValue.in(language -> MeterPhrases.name(increase.meter(), language));
    }

    static MailValue quantity(Increase increase, BigDecimal quantity) {
        return MailValue.in(language -> MeterPhrases.quantity(quantity, increase.meter(), language));
    }

    /** A dash where nothing was said. */
    static MailValue said(String text) {
        return MailValue.of(text.isEmpty() ? "–" : text);
    }
}
