package io.chom.tenants.usage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Failure.Violation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities that somebody writes so that they are read as less, or as two things by two readers. */
class AbuseOfUsageTextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            NaN
            Infinity
            -Infinity
            0x10
            1,5
            +1
            .5
            1e
            007
            1 "quantity":0
            1,"quantity":0
            """)
    void is_no_json(String quantity) {
        assertThatThrownBy(() -> read(quantity)).hasMessageStartingWith("malformed-json: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "NaN"
            "150"
            "-150"
            [150]
            {"value":150}
            true
            """)
    void is_no_number(String quantity) {
        var event = UsageEventReader.batch(body(quantity)).getFirst();
        assertThat(event.quantity()).isNull();
        assertThat(event.unreadable()).extracting(Violation::code).containsExactly("usage.malformed-event");
    }

    private static void read(String quantity) {
        UsageEventReader.batch(body(quantity));
    }

    private static byte[] body(String quantity) {
        return """
                [{"id":"a","meter":"bandwidth_gb","quantity":%s,"time":"2026-03-01T12:00:00Z"}]
                """.formatted(quantity).getBytes(StandardCharsets.UTF_8);
    }
}
