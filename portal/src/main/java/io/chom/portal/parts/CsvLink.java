package io.chom.portal.parts;

import io.chom.portal.formats.Csv;
import java.util.List;
import java.util.function.Supplier;

/** A link that saves what is on the screen as a file of comma-separated values. */
public final class CsvLink extends FileLink {

    /**
     * A link to a file that is written when it is asked for.
     *
     * @param file its name
     * @param rows heads first; asked outside of the screen's lock
     */
    public CsvLink(String words, String file, Supplier<List<List<String>>> rows) {
        super(words, file, "text/csv", () -> Csv.of(rows.get()));
    }
}
