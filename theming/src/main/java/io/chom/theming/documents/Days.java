package io.chom.theming.documents;

import java.time.LocalDate;

/**
 * A stretch of time in whole days.
 *
 * @param first the first day
 * @param last the last day, included
 */
public record Days(LocalDate first, LocalDate last) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("A period does not end before it begins");
        }
    }
}
