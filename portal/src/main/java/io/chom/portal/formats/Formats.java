package io.chom.portal.formats;

import io.chom.tenants.catalog.Meter;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Sums;
import io.chom.tenants.platform.UnitPrice;
import io.chom.theming.CurrencyRoom;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How quantities, money and times are written for one person. The one place for it.
 *
 * @param locale decides signs, digits and the order of dates
 * @param zone the zone in which instants are told
 */
public record Formats(Locale locale, ZoneId zone) {

    private static final int MOST_PERCENT = 999;

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** An amount with the sign and the digits of its currency, exact to the minor unit: {@code $1,284.50}. */
    public String money(Money money) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        return CurrencyRoom.in(currency(money.currency(), digits, digits).format(money.major()));
    }

    /** One sum for each currency, side by side: {@code €310.00 · $1,284.50}. */
    public String money(Sums sums) {
        return sums.each().stream().map(this::money).collect(Collectors.joining(" · "));
    }

    /** The same, each on a line of its own. */
    public String lines(Sums sums) {
        return sums.each().stream().map(this::money).collect(Collectors.joining("\n"));
    }

    /** The price of one, with every digit that it has, at least those of its currency: {@code $0.0005}. */
    public String money(UnitPrice price) {
        int digits = Math.max(0, price.currency().getDefaultFractionDigits());
        return CurrencyRoom.in(currency(
                        price.currency(),
                        digits,
                        Math.max(digits, price.amount().scale()))
                .format(price.amount()));
    }

    /** The same without the sign, as it is typed into a field that says the currency: {@code 1,284.50}. */
    public String amount(Money money) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(money.major());
    }

    /** A number, at most {@code decimals} digits behind the point, without trailing zeros: {@code 1,240.5}. */
    public String number(BigDecimal number, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(0);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** A whole number: {@code 1,240}. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** The number that somebody has typed as it is written where they are; empty for anything else. */
    public Optional<BigDecimal> typed(String text) {
        String digits = BLANK.matcher(text).replaceAll("");
        return digits.chars().anyMatch(Character::isLetter)
                ? Optional.empty()
                : typed(digits, true).or(() -> typed(digits, false));
    }

    private Optional<BigDecimal> typed(String digits, boolean areGrouped) {
        var format = NumberFormat.getNumberInstance(locale);
        // Else 10.50 would be a thousand and fifty for a German, and 1x would be one.
        format.setStrict(true);
        format.setGroupingUsed(areGrouped);
        ((DecimalFormat) format).setParseBigDecimal(true);
        var end = new ParsePosition(0);
        var number = format.parse(digits, end);
        return number instanceof BigDecimal read && end.getIndex() == digits.length()
                ? Optional.of(read)
                : Optional.empty();
    }

    /** A quantity with the digits and the unit of its meter: {@code 1,240 GB}. */
    public String quantity(BigDecimal quantity, Meter meter) {
        return number(quantity, meter.decimals()) + "\u00a0" + meter.unit(quantity);
    }

    /** Name of a meter's column, with its unit where that says more: {@code Storage (GB)}, but {@code Sites}. */
    public static String column(Meter meter) {
        return meter.name().equalsIgnoreCase(meter.unit()) ? meter.name() : meter.name() + " (" + meter.unit() + ")";
    }

    /** A whole percentage, 80 for eighty percent. Beyond 999 only that it is beyond. */
    public String percent(int percent) {
        var format = NumberFormat.getPercentInstance(locale);
        return percent > MOST_PERCENT
                ? "> " + format.format(BigDecimal.valueOf(MOST_PERCENT, 2))
                : format.format(BigDecimal.valueOf(percent, 2));
    }

    /** A percentage with every digit that it has, at most two behind the point: 12.5 for twelve and a half percent. */
    public String percent(BigDecimal percent) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(percent.movePointLeft(2));
    }

    /** A date with its year, such as {@code Nov 21, 2026}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /** First and last day, both included. */
    public String days(LocalDate first, LocalDate last) {
        return date(first) + " – " + date(last);
    }

    /** The time of day with seconds on a 24-hour clock in everybody's locale: a reading, whose width must not jump. */
    public String time(Instant instant) {
        return CLOCK.format(instant.atZone(zone));
    }

    private NumberFormat currency(Currency currency, int atLeast, int atMost) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(atLeast);
        format.setMaximumFractionDigits(atMost);
        return format;
    }
}
