package io.chom.tenants.billing;

import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.mail.MailFigures;
import java.math.BigDecimal;
import java.util.Locale;

/** How mails call a meter and its quantities in one language. */
public final class MeterPhrases {

    /** The meter of all catalogues that counts what a house may have a word of its own for. */
    private static final MeterId SITES = new MeterId("sites");

    private static final Meter.Words SITE_TOKENS = new Meter.Words("[Sites]", "[sites]", "[site]");

    private MeterPhrases() {}

    /** What a meter is called. */
    public static String name(Meter meter, Locale language) {
        return named(meter, language).name();
    }

    /** A quantity with its unit: "1,240 GB". */
    public static String quantity(BigDecimal quantity, Meter meter, Locale language) {
        return new MailFigures(language).number(quantity, meter.decimals()) + "\u00a0"
                + named(meter, language).unit(quantity);
    }

    private static Meter named(Meter meter, Locale language) {
        return meter.id().equals(SITES) ? meter.called(SITE_TOKENS) : meter.in(language);
    }
}
