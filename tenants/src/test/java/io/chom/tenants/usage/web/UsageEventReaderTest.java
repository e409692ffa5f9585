package io.chom.tenants.usage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Failure.Violation;
import io.chom.tenants.usage.UsageEventInput;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageEventReaderTest {

    private static final String EVENT = """
            {"id":"a","meter":"sites","quantity":12345678901.123456,"time":"2026-03-01T12:00:00+02:00",
             "subject":"shop","attributes":{"region":"eu"},"corrects":"b"}""";

    @Test
    void reads_an_array_and_an_object_with_events_alike_and_rounds_nothing() {
        List<UsageEventInput> events = read("[" + EVENT + "]");

        assertThat(events).isEqualTo(read("{\"events\":[" + EVENT + "]}"));
        assertThat(events.getFirst().quantity()).isEqualTo(new BigDecimal("12345678901.123456"));
        assertThat(events.getFirst().time()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(events.getFirst().attributes()).containsEntry("region", "eu");
        assertThat(events.getFirst().corrects()).isEqualTo("b");
        assertThat(events.getFirst().unreadable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[{\"id\":\"a\",\"id\":\"b\"}]", "[] []", "[NaN]", "nonsense"})
    void refuses_what_is_no_json(String body) {
        assertThatThrownBy(() -> read(body)).hasMessageMatching("(?s)(malformed-json|usage.malformed-batch): .+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "1", "null", "\"text\"", "{\"events\":{}}", "{\"events\":[],\"more\":1}"})
    void refuses_other_shapes(String body) {
        assertThatThrownBy(() -> read(body)).hasMessageStartingWith("usage.malformed-batch: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            5                                      |            | usage.malformed-event
            "text"                                 |            | usage.malformed-event
            {"id":5}                               | id         | usage.malformed-event
            {"quantity":"5"}                       | quantity   | usage.malformed-event
            {"quantity":true}                      | quantity   | usage.malformed-event
            {"time":1700000000}                    | time       | usage.malformed-event
            {"time":"yesterday"}                   | time       | usage.malformed-event
            {"time":"2026-03-01T12:00:00"}         | time       | usage.malformed-event
            {"time":"2026-02-30T12:00:00Z"}        | time       | usage.malformed-event
            {"attributes":[]}                      | attributes | usage.malformed-event
            {"attributes":{"a":1}}                 | attributes | usage.malformed-event
            {"corrects":["a"]}                     | corrects   | usage.malformed-event
            {"qty":5}                              | qty        | usage.unknown-field
            """)
    void a_mistake_in_one_event_stays_with_it(String event, @org.jspecify.annotations.Nullable String at, String code) {
        List<UsageEventInput> events = read("[" + event + "," + EVENT + "]");

        assertThat(events.getFirst().unreadable())
                .first()
                .extracting(Violation::at, Violation::code)
                .containsExactly(at == null ? "" : at, code);
        assertThat(events.getLast().unreadable()).isEmpty();
    }

    private static List<UsageEventInput> read(String body) {
        return UsageEventReader.batch(body.getBytes(StandardCharsets.UTF_8));
    }
}
