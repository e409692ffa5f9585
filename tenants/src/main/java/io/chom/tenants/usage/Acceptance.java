package io.chom.tenants.usage;

import io.chom.tenants.catalog.MeterId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policy of what is taken: every rule with its code and its sentence, the first one broken is the reason.
 *
 * @param known whether a meter is sold
 * @param oldest the earliest time that is taken
 * @param newest the latest time that is taken
 */
record Acceptance(Predicate<MeterId> known, Instant oldest, Instant newest) {

    private record Broken(String code, String detail) {}

    Checked check(int index, UsageEventInput input) {
        return Stream.<Optional<Broken>>of(
                        unreadable(input),
                        id(input.id()),
                        meter(input.meter()),
                        quantity(input.quantity()),
                        time(input.time()),
                        subject(input.subject()),
                        attributes(input),
                        corrects(input))
                .flatMap(Optional::stream)
                .findFirst()
                .<Checked>map(broken ->
                        new Checked.Wrong(new Receipt.Rejected(index, input.id(), broken.code(), broken.detail())))
                .orElseGet(() -> new Checked.Valid(event(input)));
    }

    private static UsageEvent event(UsageEventInput input) {
        return new UsageEvent(
                new UsageEventId(Objects.requireNonNull(input.id())),
                new MeterId(Objects.requireNonNull(input.meter())),
                new Quantity(Objects.requireNonNull(input.quantity())),
                Objects.requireNonNull(input.time()),
                input.subject(),
                input.attributes(),
                input.corrects() == null ? null : new UsageEventId(input.corrects()));
    }

    private static Optional<Broken> unreadable(UsageEventInput input) {
        return input.unreadable().stream()
                .findFirst()
                .map(violation -> new Broken(violation.code(), violation.detail()));
    }

    private static Optional<Broken> id(@Nullable String id) {
        if (id == null) {
            return missing("id");
        }
        return unless(UsageEventId.isValid(id), "usage.invalid-id", "An event id has 1 to 128 printable characters.");
    }

    private Optional<Broken> meter(@Nullable String meter) {
        if (meter == null) {
            return missing("meter");
        }
        return unless(
                MeterId.isValid(meter) && known.test(new MeterId(meter)),
                "usage.unknown-meter",
                "There is no such meter; GET /api/v1/plans lists those of each plan.");
    }

    private static Optional<Broken> quantity(@Nullable BigDecimal quantity) {
        if (quantity == null) {
            return missing("quantity");
        }
        return unless(
                Quantity.isValid(quantity),
                "usage.invalid-quantity",
                "A quantity is a number from 0 to 1000000000000 with at most 6 decimals.");
    }

    private Optional<Broken> time(@Nullable Instant time) {
        if (time == null) {
            return missing("time");
        }
        if (time.isBefore(oldest)) {
            return broken("usage.too-old", "The time is too far back; events are taken from " + oldest + " on.");
        }
        return unless(
                !time.isAfter(newest),
                "usage.in-future",
                "The time lies ahead; events are taken up to " + newest + ". Check the sender's clock.");
    }

    private static Optional<Broken> subject(@Nullable String subject) {
        return unless(
                subject == null || UsageEvent.isSubject(subject),
                "usage.invalid-subject",
                "A subject has 1 to 200 printable characters; leave it out if there is none.");
    }

    private static Optional<Broken> attributes(UsageEventInput input) {
        return unless(
                UsageEvent.areAttributes(input.attributes()),
                "usage.invalid-attributes",
                "Attributes are at most 20 pairs; keys and values are printable texts of at most 200 characters.");
    }

    private static Optional<Broken> corrects(UsageEventInput input) {
        String corrects = input.corrects();
        return unless(
                corrects == null || UsageEventId.isValid(corrects) && !corrects.equals(input.id()),
                "usage.invalid-correction",
                "The field corrects is the id of another event, one that was counted; leave it out if there is none.");
    }

    private static Optional<Broken> missing(String field) {
        return broken("usage.missing-field", "The field " + field + " is missing.");
    }

    private static Optional<Broken> unless(boolean right, String code, String detail) {
        return right ? Optional.empty() : broken(code, detail);
    }

    private static Optional<Broken> broken(String code, String detail) {
        return Optional.of(new Broken(code, detail));
    }
}
