package io.chom.tenants.billing.einvoice;

import io.chom.tenants.billing.Period;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import un.unece.uncefact.data.standard.qualifieddatatype._100.FormattedDateTimeType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SpecifiedPeriodType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.AmountType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.DateTimeType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.IDType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.TextType;

/** The small parts of a Cross Industry Invoice. */
final class Cii {

    /** UNTDID 2379: CCYYMMDD. */
    private static final String DAY = "102";

    private Cii() {}

    static TextType text(String text) {
        return new TextType(plain(text));
    }

    static IDType id(String scheme, String id) {
        var type = new IDType(plain(id));
        type.setSchemeID(scheme);
        return type;
    }

    static AmountType amount(Money amount) {
        return amount(amount.major());
    }

    static AmountType amount(BigDecimal amount) {
        return new AmountType(amount);
    }

    static DateTimeType day(LocalDate day) {
        var type = new DateTimeType();
        type.setDateTimeString(day.format(DateTimeFormatter.BASIC_ISO_DATE)).setFormat(DAY);
        return type;
    }

    static FormattedDateTimeType formatted(LocalDate day) {
        var type = new FormattedDateTimeType();
        type.setDateTimeString(day.format(DateTimeFormatter.BASIC_ISO_DATE)).setFormat(DAY);
        return type;
    }

    /** First and last day, both included. */
    static SpecifiedPeriodType period(Period days) {
        var type = new SpecifiedPeriodType();
        type.setStartDateTime(day(days.from()));
        type.setEndDateTime(day(days.until().minusDays(1)));
        return type;
    }

    /** What XML 1.0 can hold of a text. */
    static String plain(String text) {
        return text.codePoints()
                .filter(Cii::isHeld)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Char of XML 1.0, section 2.2. */
    private static boolean isHeld(int point) {
        return point == '\t'
                || point == '\n'
                || point >= ' ' && point < Character.MIN_SURROGATE
                || point > Character.MAX_SURROGATE && point < 0xFFFE
                || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
