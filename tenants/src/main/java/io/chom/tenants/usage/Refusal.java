package io.chom.tenants.usage;

import io.chom.tenants.platform.Fingerprint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an event that was refused: as it was sent, but never more than the largest event that would be taken.
 *
 * @param name by which it is recognised when it comes again: its id, or all that it says where it has none
 * @param isWhole whether all of it is kept and could be read, so that it can be sent through again
 */
record Refusal(
        String name,
        @Nullable String id,
        @Nullable String meter,
        @Nullable String quantity,
        @Nullable Instant time,
        @Nullable String subject,
        Map<String, String> attributes,
        boolean isWhole,
        String code,
        String detail) {

    private static final int LONGEST_METER = 100;
    private static final int LONGEST_QUANTITY = 50;

    /** Times that the database can hold, and that somebody could have meant. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    static Refusal of(UsageEventInput input, Receipt.Rejected reason) {
        var id = Texts.kept(input.id(), 128);
        var meter = Texts.kept(input.meter(), LONGEST_METER);
        var quantity = Texts.kept(text(input.quantity()), LONGEST_QUANTITY);
        var time = plausible(input.time());
        var subject = Texts.kept(input.subject(), 200);
        var attributes = UsageEvent.areAttributes(input.attributes()) ? input.attributes() : Map.<String, String>of();
        // A correction is not kept as such: sent through again it would count besides what it is to replace.
        boolean isWhole = isId(input.id())
                && input.corrects() == null
                && input.unreadable().isEmpty()
                && Objects.equals(meter, input.meter())
                && Objects.equals(quantity, text(input.quantity()))
                && (time == null) == (input.time() == null)
                && Objects.equals(subject, input.subject())
                && attributes.equals(input.attributes());
        return new Refusal(
                name(input), id, meter, quantity, time, subject, attributes, isWhole, reason.code(), reason.detail());
    }

    /** The name of one with an id; the first character tells it from the others, whatever the id looks like. */
    static String name(String id) {
        return "=" + id;
    }

    private static String name(UsageEventInput input) {
        String id = input.id();
        return id != null && isId(id)
                ? name(id)
                : "#" + Fingerprint.of(said(input)).hex();
    }

    /** All that an event says, the same in every process. */
    private static String said(UsageEventInput input) {
        return Stream.of(
                        input.id(),
                        input.meter(),
                        input.quantity(),
                        input.time(),
                        input.subject(),
                        new TreeMap<>(input.attributes()),
                        input.corrects(),
                        input.unreadable())
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isId(@Nullable String id) {
        return id != null && UsageEventId.isValid(id);
    }

    private static @Nullable String text(@Nullable BigDecimal quantity) {
        return quantity == null ? null : quantity.toString();
    }

    /** To the microsecond, as of an event that is taken. */
    private static @Nullable Instant plausible(@Nullable Instant time) {
        return time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST)
                ? null
                : time.truncatedTo(ChronoUnit.MICROS);
    }
}
