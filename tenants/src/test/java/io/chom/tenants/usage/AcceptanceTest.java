package io.chom.tenants.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Failure.Violation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AcceptanceTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Window WINDOW = new Window(Duration.ofDays(35), Duration.ofMinutes(5));
    private static final Acceptance ACCEPTANCE =
            new Acceptance(meter -> meter.equals(new MeterId("sites")), WINDOW.oldest(NOW), WINDOW.newest(NOW));

    private static final Sent SOUND = new Sent("e-1", "sites", "5", NOW, "site-1", Map.of());

    private record Sent(
            @Nullable String id,
            @Nullable String meter,
            @Nullable String quantity,
            @Nullable Instant time,
            @Nullable String subject,
            Map<String, String> attributes) {

        UsageEventInput input() {
            return new UsageEventInput(
                    id,
                    meter,
                    quantity == null ? null : new BigDecimal(quantity),
                    time,
                    subject,
                    attributes,
                    List.of());
        }

        Sent id(@Nullable String other) {
            return new Sent(other, meter, quantity, time, subject, attributes);
        }

        Sent meter(@Nullable String other) {
            return new Sent(id, other, quantity, time, subject, attributes);
        }

        Sent quantity(@Nullable String other) {
            return new Sent(id, meter, other, time, subject, attributes);
        }

        Sent time(@Nullable Instant other) {
            return new Sent(id, meter, quantity, other, subject, attributes);
        }

        Sent subject(@Nullable String other) {
            return new Sent(id, meter, quantity, time, other, attributes);
        }

        Sent attributes(Map<String, String> other) {
            return new Sent(id, meter, quantity, time, subject, other);
        }
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("usage.missing-field", SOUND.id(null)),
                Arguments.of("usage.missing-field", SOUND.meter(null)),
                Arguments.of("usage.missing-field", SOUND.quantity(null)),
                Arguments.of("usage.missing-field", SOUND.time(null)),
                Arguments.of("usage.invalid-id", SOUND.id("")),
                Arguments.of("usage.invalid-id", SOUND.id("   ")),
                Arguments.of("usage.invalid-id", SOUND.id("x".repeat(129))),
                Arguments.of("usage.invalid-id", SOUND.id("line\nbreak")),
                Arguments.of("usage.invalid-id", SOUND.id("nul\0")),
                Arguments.of("usage.invalid-id", SOUND.id("half \ud83d")),
                Arguments.of("usage.invalid-id", SOUND.id("turned \u202e")),
                Arguments.of("usage.unknown-meter", SOUND.meter("cities")),
                Arguments.of("usage.unknown-meter", SOUND.meter("Sites'; drop table usage.event")),
                Arguments.of("usage.unknown-meter", SOUND.meter("")),
                Arguments.of("usage.invalid-quantity", SOUND.quantity("-0.000001")),
                Arguments.of("usage.invalid-quantity", SOUND.quantity("1000000000000.000001")),
                Arguments.of("usage.invalid-quantity", SOUND.quantity("0.0000001")),
                Arguments.of("usage.invalid-quantity", SOUND.quantity("1e999999999")),
                Arguments.of("usage.invalid-quantity", SOUND.quantity("1e-999999999")),
                Arguments.of(
                        "usage.too-old",
                        SOUND.time(NOW.minus(Duration.ofDays(35)).minusNanos(1))),
                Arguments.of("usage.too-old", SOUND.time(Instant.MIN)),
                Arguments.of(
                        "usage.in-future",
                        SOUND.time(NOW.plus(Duration.ofMinutes(5)).plusNanos(1))),
                Arguments.of("usage.in-future", SOUND.time(Instant.MAX)),
                Arguments.of("usage.invalid-subject", SOUND.subject("")),
                Arguments.of("usage.invalid-subject", SOUND.subject("x".repeat(201))),
                Arguments.of("usage.invalid-attributes", SOUND.attributes(pairs(21))),
                Arguments.of("usage.invalid-attributes", SOUND.attributes(Map.of("", "value"))),
                Arguments.of("usage.invalid-attributes", SOUND.attributes(Map.of("k".repeat(201), "value"))),
                Arguments.of("usage.invalid-attributes", SOUND.attributes(Map.of("key", "v".repeat(201)))));
    }

    static Stream<Sent> right() {
        return Stream.of(
                SOUND,
                SOUND.id("x".repeat(128)),
                SOUND.id("Größe 1/2 №7 🙂"),
                SOUND.quantity("0"),
                SOUND.quantity("0e9"),
                SOUND.quantity("1000000000000"),
                SOUND.quantity("0.000001"),
                SOUND.quantity("1.50000000000"),
                SOUND.time(NOW.minus(Duration.ofDays(35))),
                SOUND.time(NOW.plus(Duration.ofMinutes(5))),
                SOUND.subject(null),
                SOUND.subject("x".repeat(200)),
                SOUND.attributes(pairs(20)),
                SOUND.attributes(Map.of("key", "")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void each_rule_has_its_code_and_names_the_place(String code, Sent sent) {
        Checked checked = ACCEPTANCE.check(7, sent.input());

        assertThat(checked).isInstanceOfSatisfying(Checked.Wrong.class, wrong -> {
            assertThat(wrong.reason().code()).isEqualTo(code);
            assertThat(wrong.reason().index()).isEqualTo(7);
            assertThat(wrong.reason().id()).isEqualTo(sent.id());
            assertThat(wrong.reason().detail()).endsWith(".");
        });
    }

    @ParameterizedTest
    @MethodSource("right")
    void what_lies_on_the_edge_of_a_rule_is_taken_and_survives_the_wire(Sent sent) {
        Checked checked = ACCEPTANCE.check(0, sent.input());

        assertThat(checked)
                .isInstanceOfSatisfying(
                        Checked.Valid.class,
                        valid -> assertThat(UsageWire.read(
                                        UsageWire.write(List.of(valid.event())).getFirst()))
                                .hasValue(List.of(valid.event())));
    }

    @Test
    void what_could_not_be_read_comes_first() {
        var input = new UsageEventInput(
                "e-1",
                null,
                null,
                null,
                null,
                Map.of(),
                List.of(new Violation("quantity", "usage.malformed-event", "No.")));

        assertThat(ACCEPTANCE.check(0, input))
                .isEqualTo(new Checked.Wrong(new Receipt.Rejected(0, "e-1", "usage.malformed-event", "No.")));
    }

    private static Map<String, String> pairs(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(index -> "key" + index, index -> "value"));
    }
}
