package io.chom.portal.formats;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Failure;
import io.chom.theming.Brand;
import io.chom.theming.BrandLanguages;
import io.chom.theming.Languages;
import io.chom.theming.Term;
import io.chom.theming.Terms;
import io.chom.theming.Wording;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
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

    private static final String BRAND = Language.class.getName() + ".brand";

    /** The meter of all catalogues that counts what {@link Term#SITE} is for. */
    private static final MeterId SITES = new MeterId("sites");

    private final Locale words;
    private final ResourceBundle texts;
    private final Formats formats;
    private final Terms terms;

    /** The language for a locale and zone, in the usual words. */
    public Language(Formats formats) {
        this(formats, BrandLanguages.ALL, Wording.USUAL);
    }

    /** The one of a brand's languages for a locale and zone, in the brand's words. */
    public Language(Formats formats, Brand brand) {
        this(formats, brand.languages(), brand.wording());
    }

    private Language(Formats formats, BrandLanguages languages, Wording wording) {
        this.words = languages.nearest(formats.locale());
        this.texts = Objects.requireNonNull(TEXTS.get(words));
        this.formats = formats;
        this.terms = Terms.of(words, wording);
    }

    /** The language of the person in front of this window. */
    public static Language of(UI ui) {
        return spoken(
                new Formats(
                        ui.getLocale(),
                        zone(ui.getPage().getExtendedClientDetails().getTimeZoneId())),
                ComponentUtil.getData(ui, Brand.class));
    }

    /** The language of whoever sent a request, whose zone nobody knows; the brand's, or English, if it names none. */
    public static Language of(HttpServletRequest request) {
        var brand = (Brand) request.getAttribute(BRAND);
        boolean isTold = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
        return spoken(new Formats(isTold ? request.getLocale() : untold(brand), ZoneOffset.UTC), brand);
    }

    /** Has whatever is written from now on in this window be in a brand's words and languages. */
    public static void speakAs(Brand brand, UI ui) {
        ComponentUtil.setData(ui, Brand.class, brand);
    }

    /** Has the answer to a request be in a brand's words and languages. */
    public static void speakAs(Brand brand, ServletRequest request) {
        request.setAttribute(BRAND, brand);
    }

    private static Language spoken(Formats formats, @Nullable Brand brand) {
        return brand == null ? new Language(formats) : new Language(formats, brand);
    }

    private static Locale untold(@Nullable Brand brand) {
        var standard = brand == null ? Locale.ENGLISH : brand.languages().standard();
        return standard.equals(Locale.ENGLISH) ? Locale.US : standard;
    }

    /** The same language in other words. */
    public Language in(Wording other) {
        return new Language(formats, new BrandLanguages(words, List.of(words)), other);
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
        return new MessageFormat(terms.inPattern(texts.getString(key)), Locale.ROOT).format(places);
    }

    /** Why something was refused, in this language; as it was said, if we have no sentence for it. */
    public String refusal(Failure failure) {
        String key = "refused." + failure.code();
        if (!texts.containsKey(key)) {
            return failure.detail();
        }
        return failure instanceof Failure.LimitReached over
                ? say(key, formats.number(over.limit()), moment(over.resetAt()))
                : say(key);
    }

    /** The sentence {@code key.one} or {@code key.other}; its first place is the number, written for people. */
    public String count(String key, long number) {
        return say(key + Plural.of(words, number).ending(), formats.number(number));
    }

    /** What things are called. */
    public Terms terms() {
        return terms;
    }

    /** A quantity with the digits and the unit of its meter, in the words of {@link #worded(Meter)}. */
    public String quantity(BigDecimal quantity, Meter meter) {
        return formats.quantity(quantity, worded(meter));
    }

    /** The meter as it is called in this language, sites by the house's own word for them. */
    public Meter worded(Meter meter) {
        return meter.id().equals(SITES)
                ? meter.called(new Meter.Words(terms.in("[Sites]"), terms.several(Term.SITE), terms.one(Term.SITE)))
                : meter.in(words);
    }

    /** The usages, their meters in the house's own words. */
    public List<MeterUsage> worded(List<MeterUsage> usages) {
        return usages.stream()
                .map(one -> new MeterUsage(
                        worded(one.meter()), one.allowance(), one.used(), one.overage(), one.overageCost()))
                .toList();
    }

    /** What a plan includes of a meter: "500 GB", or "20 jobs a day". */
    public String allowance(Allowance allowance, Meter meter) {
        var quantity = quantity(allowance.included(), meter);
        return switch (allowance.per()) {
            case MONTH -> quantity;
            case DAY -> say("quantity.a-day", quantity);
        };
    }

    /** What a plan includes of a meter, for who sees no name of the meter beside it: "5 sites" says it all, "10 GB" does not. */
    public String included(Allowance allowance, Meter meter) {
        var quantity = allowance(allowance, meter);
        var named = worded(meter);
        return named.name().equalsIgnoreCase(named.unit()) ? quantity : say("site.included", quantity, named.name());
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
