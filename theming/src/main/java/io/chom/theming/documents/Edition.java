package io.chom.theming.documents;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * For whom a document is written out. The same document in the same edition has the same bytes, so that a stored one can be
 * proved unchanged.
 *
 * @param locale decides the words, and how amounts and dates are written
 * @param zone in which instants are days
 * @param paper what it is printed on
 * @param made when it was written out, as the file tells it; seconds count
 */
public record Edition(Locale locale, ZoneId zone, PaperSize paper, Instant made) {

    /** An edition on the paper that is usual in the country. */
    public Edition(Locale locale, ZoneId zone, Instant made) {
        this(locale, zone, PaperSize.of(locale), made);
    }
}
