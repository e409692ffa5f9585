package io.chom.portal.usage;

import io.chom.portal.formats.Language;
import io.chom.tenants.billing.UnmatchedUsage;
import io.chom.tenants.usage.RejectedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what was not counted, and why. */
final class UncountedWords {

    private static final Set<String> REASONS = Set.of(
            "usage.malformed-event",
            "usage.unknown-field",
            "usage.missing-field",
            "usage.invalid-id",
            "usage.unknown-meter",
            "usage.invalid-quantity",
            "usage.too-old",
            "usage.in-future",
            "usage.invalid-subject",
            "usage.invalid-attributes",
            "usage.invalid-correction",
            "usage.unknown-event",
            "usage.other-meter",
            "usage.already-corrected",
            "usage.not-counted");

    private final Language language;

    UncountedWords(Language language) {
        this.language = language;
    }

    /** Why an event was refused, in words of the person; as it was said, if we have none. */
    String reason(RejectedEvent event) {
        return REASONS.contains(event.code()) ? language.say("uncounted.reason." + event.code()) : event.detail();
    }

    String reason(UnmatchedUsage usage) {
        String plan = usage.reason().plan();
        return plan == null
                ? language.say("uncounted.reason.usage.no-subscription")
                : language.say("uncounted.reason.usage.not-in-plan", plan);
    }

    /** The time of an event; nothing where it had none. */
    String time(@Nullable Instant time) {
        return time == null ? "" : language.moment(time);
    }

    /** First and last day of a stretch, in the person's zone. */
    String days(UnmatchedUsage usage) {
        var zone = language.formats().zone();
        return language.formats()
                .days(
                        usage.span().from().atZone(zone).toLocalDate(),
                        usage.span().until().minusNanos(1).atZone(zone).toLocalDate());
    }

    /** The quantity as it was sent. */
    String quantity(RejectedEvent event) {
        return event.amount().map(one -> language.formats().number(one, 6)).orElse(text(event.quantity()));
    }

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** All of them for a spreadsheet, heads first. */
    List<List<String>> rows(List<RejectedEvent> events) {
        var heads = Stream.of("event", "meter", "quantity", "time", "reason");
        return Stream.concat(
                        Stream.of(heads.map(key -> language.say("uncounted." + key))
                                .toList()),
                        events.stream().map(this::row))
                .toList();
    }

    private List<String> row(RejectedEvent event) {
        return List.of(
                text(event.id()),
                text(event.meter()),
                text(event.quantity()),
                Objects.toString(event.time(), ""),
                reason(event));
    }
}
