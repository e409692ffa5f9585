package io.chom.tenants.catalog;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/**
 * Something that is counted.
 *
 * @param id its name on the wire
 * @param words what people call it, in English
 * @param reckoning how a period's quantity comes out of its events
 * @param decimals fraction digits that people see, 0–6
 * @param translations what people call it in other languages
 */
public record Meter(MeterId id, Words words, Reckoning reckoning, int decimals, Map<Locale, Words> translations) {

    /** How events become the quantity of a period. */
    public enum Aggregation {
        /** All quantities added: traffic. */
        SUM,
        /** The highest quantity: things that exist at a time, such as sites or stored data. */
        MAX,
        /** How many events there are; their quantities do not matter. */
        COUNT,
        /** How many distinct values an attribute has, or how many subjects there are: people who were active. */
        UNIQUE,
        /**
         * The last quantity of each subject within the period by the time of its events, added up over subjects; of several at
         * one moment that of the greatest id, byte by byte. Events without a subject are of one subject together.
         */
        LATEST,
        /**
         * A level over time, such as GB-hours: each event sets the level of its subject from its time until that of the
         * subject's next event, also across periods. With the level l(t) of subject s at time t the quantity is
         * Σₛ ∫ lₛ(t) dt ÷ {@link Reckoning.Per#seconds}, from the beginning of the period to its end or to now, exact to the microsecond,
         * added up over subjects, and only then rounded half up to six decimals. Of several events at one moment that of the
         * greatest id sets the level.
         */
        TIME_WEIGHTED;

        /** Whether each day adds to the quantity of the period; otherwise days have levels that stand beside each other. */
        public boolean isFlow() {
            return switch (this) {
                case SUM, COUNT, TIME_WEIGHTED -> true;
                case MAX, UNIQUE, LATEST -> false;
            };
        }
    }

    /**
     * What people call it in one language.
     *
     * @param name such as "Bandwidth"
     * @param unit what several of it are called, such as "GB" or "sites"
     * @param one what one of it is called, such as "GB" or "site"
     */
    public record Words(String name, String unit, String one) {

        /** Of a unit that is written alike for one and for several. */
        public Words(String name, String unit) {
            this(name, unit, unit);
        }
    }

    public Meter {
        translations = Map.copyOf(translations);
    }

    /** One that has English words only. */
    public Meter(MeterId id, Words words, Aggregation aggregation, int decimals) {
        this(id, words, aggregation, decimals, Map.of());
    }

    /** One of whose events nothing more is to be said. */
    public Meter(MeterId id, Words words, Aggregation aggregation, int decimals, Map<Locale, Words> translations) {
        this(id, words, Reckoning.of(aggregation), decimals, translations);
    }

    /** What becomes of its events. */
    public Aggregation aggregation() {
        return reckoning.aggregation();
    }

    /** Its name for people. */
    public String name() {
        return words.name();
    }

    /** What several of it are called. */
    public String unit() {
        return words.unit();
    }

    /** What so many of it are called. */
    public String unit(BigDecimal quantity) {
        return quantity.compareTo(BigDecimal.ONE) == 0 ? words.one() : words.unit();
    }

    /** The same meter in the words of a language; in English if it has none of that language. */
    public Meter in(Locale language) {
        return called(translations.getOrDefault(Locale.of(language.getLanguage()), words));
    }

    /** The same meter in other words. */
    public Meter called(Words other) {
        return new Meter(id, other, reckoning, decimals, translations);
    }
}
