package io.chom.tenants.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.MeterId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one process writes, another reads: also one that is older or newer. */
class UsageWireTest {

    @Test
    void many_events_travel_in_few_payloads_and_none_is_too_large_for_a_broker() {
        List<UsageEvent> events = IntStream.range(0, 2_000)
                .mapToObj(n -> event("event-" + n, Map.of("note", "ü".repeat(200))))
                .toList();

        List<byte[]> payloads = UsageWire.write(events);

        assertThat(payloads).hasSizeBetween(3, 20).allMatch(payload -> payload.length < 900_000);
        assertThat(payloads.stream()
                        .flatMap(payload -> UsageWire.read(payload).orElseThrow().stream())
                        .toList())
                .isEqualTo(events);
    }

    @Test
    void no_event_is_no_payload() {
        assertThat(UsageWire.write(List.of())).isEmpty();
    }

    @Test
    void an_event_alone_is_read_as_earlier_programs_wrote_it() {
        String earlier = """
                {"id":"one","meter":"sites","quantity":2.5,"time":"2026-03-01T12:00:00Z","subject":null,
                 "attributes":{"a":"b"},"something":"new"}""";

        assertThat(UsageWire.read(earlier.getBytes(StandardCharsets.UTF_8)))
                .hasValueSatisfying(events -> assertThat(events)
                        .singleElement()
                        .extracting(
                                event -> event.id().value(),
                                event -> event.quantity().value())
                        .containsExactly("one", new BigDecimal("2.500000")));
    }

    @Test
    void a_correction_says_what_it_is_about_and_other_events_say_nothing_of_it() {
        var plain = event("a", Map.of());
        var correction = new UsageEvent(
                new UsageEventId("b"), plain.meter(), plain.quantity(), plain.time(), null, Map.of(), plain.id());

        assertThat(UsageWire.read(UsageWire.write(List.of(plain, correction)).getFirst()))
                .hasValue(List.of(plain, correction));
        assertThat(new String(UsageWire.write(List.of(plain)).getFirst(), StandardCharsets.UTF_8))
                .doesNotContain("corrects");
    }

    @Test
    void what_is_no_event_is_not_read() {
        for (String nonsense : List.of("", "[", "{}", "[{}]", "[1]", "null", "[null]")) {
            assertThat(UsageWire.read(nonsense.getBytes(StandardCharsets.UTF_8)))
                    .as(nonsense)
                    .isEmpty();
        }
    }

    private static UsageEvent event(String id, Map<String, String> attributes) {
        return new UsageEvent(
                new UsageEventId(id),
                new MeterId("sites"),
                new Quantity(BigDecimal.ONE),
                Instant.parse("2026-03-01T12:00:00.123456Z"),
                "shop",
                attributes);
    }
}
