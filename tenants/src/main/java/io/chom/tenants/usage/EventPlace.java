package io.chom.tenants.usage;

import io.chom.tenants.platform.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an event stands in a list of events, the latest of which is in front.
 *
 * @param time when it was
 * @param id its own
 */
record EventPlace(Instant time, String id) {

    private static final int LONGEST_ID = 128;

    /**
     * Where a page begins.
     *
     * @param after what the page before has told; null for the first page of the span
     */
    static EventPlace of(@Nullable Cursor after, Span span) {
        if (after == null) {
            return new EventPlace(span.until(), "");
        }
        String[] key = after.key().split(" ", 2);
        try {
            var place = new EventPlace(Instant.parse(key[0]), key[1]);
            if (span.covers(place.time()) && Texts.isPrintable(place.id(), LONGEST_ID)) {
                return place;
            }
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Cursor.unknown();
        }
        throw Cursor.unknown();
    }

    static Cursor after(FigureEvent last) {
        return Cursor.after(last.time() + " " + last.id());
    }
}
