package io.chom.tenants.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EcsLinesTest {

    private final LoggerContext context = new LoggerContext();
    private final ThrowableProxyConverter throwables = new ThrowableProxyConverter();
    private final EcsLines lines =
            new EcsLines(new MockEnvironment().withProperty("spring.application.name", "portal"), throwables);

    @BeforeEach
    void start() {
        throwables.setContext(context);
        throwables.start();
    }

    @Test
    void says_when_where_and_what_with_its_facts() {
        LoggingEvent event = event("Ein Satz mit \"Zeichen\",\nzwei Zeilen und \u0007 €", null);
        event.setKeyValuePairs(List.of(
                new KeyValuePair("request_id", "r-1"),
                new KeyValuePair("status", 200),
                new KeyValuePair("duration_ms", 12L),
                new KeyValuePair("nothing", null)));

        String written = lines.format(event);

        assertThat(written.lines()).hasSize(1);
        JsonNode line = JsonMapper.shared().readTree(written);
        assertThat(line.at("/@timestamp").asString()).isEqualTo("2026-03-01T12:00:00.123456789Z");
        assertThat(line.at("/log/level").asString()).isEqualTo("WARN");
        assertThat(line.at("/log/logger").asString()).isEqualTo("io.chom.Some");
        assertThat(line.at("/process/pid").asLong())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(line.at("/process/thread/name").asString()).isEqualTo("worker-1");
        assertThat(line.at("/service/name").asString()).isEqualTo("portal");
        assertThat(line.at("/message").asString()).isEqualTo("Ein Satz mit \"Zeichen\",\nzwei Zeilen und \u0007 €");
        assertThat(line.at("/tenant").asString()).isEqualTo("t-1");
        assertThat(line.at("/request_id").asString()).isEqualTo("r-1");
        assertThat(line.at("/status").isInt()).isTrue();
        assertThat(line.at("/duration_ms").asLong()).isEqualTo(12);
        assertThat(line.at("/ecs/version").asString()).isEqualTo("8.11");
        assertThat(line.has("error")).isFalse();
    }

    @Test
    void tells_an_error_with_its_trace() {
        var line = JsonMapper.shared()
                .readTree(
                        lines.format(event("failed", new IllegalStateException("why", new RuntimeException("cause")))));
        assertThat(line.at("/error/type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.at("/error/message").asString()).isEqualTo("why");
        assertThat(line.at("/error/stack_trace").asString())
                .contains("IllegalStateException: why", "Caused by", "cause", "EcsLinesTest");
    }

    private LoggingEvent event(String message, Throwable thrown) {
        var event =
                new LoggingEvent("fqcn", context.getLogger("io.chom.Some"), Level.WARN, message, thrown, new Object[0]);
        event.setThreadName("worker-1");
        event.setInstant(Instant.parse("2026-03-01T12:00:00.123456789Z"));
        event.setMDCPropertyMap(Map.of("tenant", "t-1"));
        return event;
    }
}
