package io.chom.portal.formats;

import com.vaadin.flow.component.UI;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Meter;
import io.chom.theming.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What one person reads: the sentences of the product in a language we have, and the formats of the person's own locale
 * and zone. All sentences stand in the resource bundle {@code io/chom/portal/texts}.
 */
public final class Language {

    private static final Map<Locale, ResourceBundle> TEXTS =
            Languages.read("io.chom.portal.texts", Language.class.getClassLoader());

    private final Locale words;
    private final ResourceBundle texts;
    private final Formats formats;

    /** The language for a locale and zone. */
    public Language(Formats formats) {
        this.words = Languages.nearest(formats.locale());
        this.texts = Objects.requireNonNull(TEXTS.get(words));
        this.formats = formats;
    }

    /** The language of the person in front of this window. */
    public static Language of(UI ui) {
        return new Language(new Formats(
                ui.getLocale(), zone(ui.getPage().getExtendedClientDetails().getTimeZoneId())));
    }

    /** The language of whoever sent a request, whose zone nobody knows; English if the request names none. */
    public static Language of(HttpServletRequest request) {
        boolean isTold = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
        return new Language(new Formats(isTold ? request.getLocale() : Locale.US, ZoneOffset.UTC));
    }

    /** The language of the sentences, which is not the person's own where we do not speak that. */
    public Locale words() {
        return words;
    }

    /**
     * A sentence by its key, its places filled in order.
     *
     * @throws java.util.MissingResourceException if there is no such sentence
     */
    public String say(String key, Object... places) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(places);
    }

    /** The sentence {@code key.one} or {@code key.other}; its first place is the number, written for people. */
    public String count(String key, long number) {
        return say(key + Plural.of(words, number).ending(), formats.number(number));
    }

    /** What a plan includes of a meter: "500 GB", or "20 jobs a day". */
    public String allowance(Allowance allowance, Meter meter) {
        var quantity = formats.quantity(allowance.included(), meter);
        return switch (allowance.per()) {
            case MONTH -> quantity;
            case DAY -> say("quantity.a-day", quantity);
        };
    }

    /** A moment as day and time, in the person's own zone. */
    public String moment(Instant instant) {
        var day = instant.atZone(formats.zone()).toLocalDate();
        return say("moment", formats.date(day), formats.time(instant));
    }

    /** How numbers and dates are written. */
    public Formats formats() {
        return formats;
    }

    private static ZoneId zone(@Nullable String browser) {
        try {
            return browser == null ? ZoneOffset.UTC : ZoneId.of(browser);
        } catch (DateTimeException unknown) {
            // A browser may know a zone that this JDK does not; a time in UTC is still right.
            return ZoneOffset.UTC;
        }
    }
}
