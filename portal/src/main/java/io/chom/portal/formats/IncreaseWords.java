package io.chom.portal.formats;

import io.chom.tenants.billing.increase.Increase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The sentences about more than a plan allows.
 *
 * @param language in which they are written
 */
public record IncreaseWords(Language language) {

    /** What was asked for, and when: "6,000 quotes · Nov 23, 2026, 10:12". */
    public String asked(Increase increase) {
        return quantity(increase, increase.wanted()) + " · " + language.moment(increase.askedAt());
    }

    /** What became of it. */
    public String became(Increase increase) {
        return switch (increase.state()) {
            case ASKED -> language.say("increase.asked");
            case GRANTED -> granted(increase);
            case DECLINED -> language.say("increase.declined");
            case WITHDRAWN -> language.say("increase.withdrawn");
            case ENDED -> language.say("increase.ended");
        };
    }

    private String granted(Increase increase) {
        var limit = quantity(increase, Objects.requireNonNull(increase.granted()));
        LocalDate ends = increase.endsOn();
        return ends == null
                ? language.say("increase.granted", limit)
                : language.say(
                        "increase.granted.until", limit, language.formats().date(ends.minusDays(1)));
    }

    /** A quantity with its unit. */
    public String quantity(Increase increase, BigDecimal quantity) {
        return language.quantity(quantity, increase.meter());
    }

    /** A dash where nothing was said. */
    public String said(String text) {
        return text.isEmpty() ? "–" : text;
    }
}
