package io.chom.theming.documents;

import io.chom.theming.CurrencyRoom;
import io.chom.theming.Languages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a document writes amounts, quantities and dates. */
final class Figures {

    /** A price of less than a minor unit, such as that of a call, keeps so many digits. */
    private static final int MOST_DIGITS = 8;

    private final Edition edition;
    private final Locale locale;
    private final Currency currency;

    Figures(Edition edition, Currency currency) {
        this.edition = edition;
        this.locale = spoken(edition.locale());
        this.currency = currency;
    }

    /** Where we do not speak the language, its figures would stand in a sentence of ours; foreign digits would, too. */
    private static Locale spoken(Locale wanted) {
        var nearest = Languages.nearest(wanted);
        return nearest.getLanguage().equals(wanted.getLanguage()) ? wanted.stripExtensions() : nearest;
    }

    /** An amount with the sign and the digits of its currency. */
    String amount(long minor) {
        return money(BigDecimal.valueOf(minor, digits()), digits());
    }

    /** How much of a table's width a column needs in which these stand on one line, in per cent between two bounds. */
    static int width(Stream<String> amounts, int least, int most) {
        var longest = amounts.mapToInt(String::length).max().orElse(0);
        return Math.clamp(Math.round(3 + 1.25 * longest), least, most);
    }

    /** An amount; nothing in the place of 0. */
    @Nullable
    String side(long minor) {
        return minor == 0 ? null : amount(minor);
    }

    /** A price with at least the digits of its currency. */
    String price(BigDecimal major) {
        return money(major, MOST_DIGITS);
    }

    private String money(BigDecimal major, int most) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits());
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return CurrencyRoom.in(format.format(major));
    }

    private int digits() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    String quantity(BigDecimal quantity, @Nullable String unit) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(MOST_DIGITS);
        var written = format.format(quantity);
        return unit == null ? written : written + "\u00a0" + unit;
    }

    /** A rate that is given in per cent. */
    String percent(BigDecimal rate) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(3);
        return format.format(rate.movePointLeft(2));
    }

    String day(LocalDate day) {
        return written(FormatStyle.LONG, day);
    }

    String day(Instant instant) {
        return day(local(instant));
    }

    /** A day where there is little room. */
    String shortDay(Instant instant) {
        return shortDay(local(instant));
    }

    String shortDay(LocalDate day) {
        return written(FormatStyle.MEDIUM, day);
    }

    String days(Days days) {
        return shortDay(days.first()) + " – " + shortDay(days.last());
    }

    private LocalDate local(Instant instant) {
        return instant.atZone(edition.zone()).toLocalDate();
    }

    private String written(FormatStyle style, TemporalAccessor day) {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).format(day);
    }
}
