package io.chom.portal.parts;

import com.vaadin.flow.component.datepicker.DatePicker;
import io.chom.portal.formats.Language;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A field for a day, whose calendar speaks the reader's language. */
public final class DayField extends DatePicker {

    /** The calendar counts its week from Sunday, whatever day it begins with. */
    private static final List<DayOfWeek> WEEK =
            Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(7).toList();

    public DayField(Language language, String label) {
        super(label);
        Locale locale = language.formats().locale();
        setLocale(locale);
        setI18n(new DatePickerI18n()
                .setMonthNames(names(
                        List.of(Month.values()), month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                .setWeekdays(names(WEEK, day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                .setWeekdaysShort(names(WEEK, day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale)))
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
                .setToday(language.say("day.today"))
                .setCancel(language.say("day.cancel"))
                .setBadInputErrorMessage(language.say("day.bad"))
                .setMinErrorMessage(language.say("day.early"))
                .setMaxErrorMessage(language.say("day.late")));
    }

    private static <T> List<String> names(List<T> all, Function<T, String> name) {
        return all.stream().map(name).toList();
    }
}
