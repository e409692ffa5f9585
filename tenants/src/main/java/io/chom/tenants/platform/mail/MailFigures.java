package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.Money;
import io.chom.theming.CurrencyRoom;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/**
 * How mails write numbers, money and days in one language.
 *
 * @param language of the mail
 */
public record MailFigures(Locale language) {

    /** At most so many digits behind the point, without trailing zeros: {@code 1,240.5}. */
    public String number(BigDecimal number, int decimals) {
        var format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** Exact to the minor unit: {@code $1,284.50}. */
    public String money(Money money) {
        return price(money.major(), money.currency());
    }

    /** With every digit that it has: {@code $0.0005}. */
    public String price(BigDecimal amount, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        var format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(Math.max(digits, amount.scale()));
        return CurrencyRoom.in(format.format(amount));
    }

    /** A whole percentage. */
    public String percent(int percent) {
        return NumberFormat.getPercentInstance(language).format(BigDecimal.valueOf(percent, 2));
    }

    /** A percentage with every digit that it has, at most two behind the point. */
    public String percent(BigDecimal percent) {
        var format = NumberFormat.getPercentInstance(language);
        format.setMaximumFractionDigits(2);
        return format.format(percent.movePointLeft(2));
    }

    /** A date with its year. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language)
                .format(day);
    }
}
