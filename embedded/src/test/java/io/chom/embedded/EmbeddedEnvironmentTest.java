package io.chom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.embedded.part.PartFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class EmbeddedEnvironmentTest {

    @TempDir
    private Path data;

    @Test
    void a_part_with_an_address_does_not_start() {
        String[] configured = {
            "--chom.postgres.url=postgresql://db.example/chom",
            "--chom.kafka.bootstrap-servers=kafka.example:9092",
            "--chom.keycloak.url=https://id.example",
            "--chom.smtp.url=smtp://mail.example"
        };
        try (Embedded embedded = Embedded.start(data, configured)) {
            assertThat(embedded.property("chom.postgres.url")).isEqualTo("postgresql://db.example/chom");
            assertThat(embedded.property("chom.stripe.api-base")).startsWith("http://localhost:");
            assertThat(data.resolve("postgres")).doesNotExist();
            assertThat(data.resolve("kafka")).doesNotExist();
        }
    }

    @Test
    void nothing_starts_when_switched_off() {
        try (Embedded embedded = Embedded.start(data, "--chom.embedded.enabled=false")) {
            assertThat(embedded.environment().getProperty("chom.stripe.api-base"))
                    .isNull();
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void several_applications_of_one_process_share_the_parts() {
        try (Embedded first = Embedded.start(data, "--chom.embedded.parts=stripe");
                Embedded second = Embedded.start(data, "--chom.embedded.parts=stripe,mailbox")) {
            assertThat(second.property("chom.stripe.api-base")).isEqualTo(first.property("chom.stripe.api-base"));
            assertThat(second.environment().getProperty("chom.smtp.url")).isNotNull();
            assertThat(first.environment().getProperty("chom.smtp.url")).isNull();
        }
    }

    @Test
    void all_ports_move_together() throws Exception {
        EmbeddedSettings settings = EmbeddedSettings.of(with("chom.port-offset", "1000"));
        // Below the ports that the machine lends to connections of its own, of which any may be taken.
        assertThat(settings.ports().claim(24_000, "Test", "test.url")).isEqualTo(25_000);
        assertThat(settings.wanted()).isEqualTo(EnumSet.complementOf(EnumSet.of(PartName.BALANCER)));
    }

    @Test
    void a_mistyped_part_or_port_mode_is_named() {
        assertThatThrownBy(() -> EmbeddedSettings.of(with("chom.embedded.parts", "kafak")))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("chom.embedded.parts", "kafak");
        assertThatThrownBy(() -> EmbeddedSettings.of(with("chom.embedded.ports", "any")))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("chom.embedded.ports");
    }

    @Test
    void a_taken_port_ends_the_program_with_one_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int offset = taken.getLocalPort() - 8090;
            Process program = TestProgram.launch(
                    data,
                    "--chom.embedded.ports=fixed",
                    "--chom.embedded.parts=kafka,stripe",
                    "--chom.port-offset=" + offset);
            String output = output(program);
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(1);
            assertThat(output)
                    .contains("  ✗ Port %d for Stripe sandbox is taken".formatted(taken.getLocalPort()))
                    .contains("chom.port-offset", "chom.stripe.api-base")
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void a_program_that_fails_later_ends_too() throws Exception {
        Process program = TestProgram.launch(data, "--chom.embedded.parts=kafka", "--test.fail=true");
        String output = output(program);
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(1);
        assertThat(output).contains("✓ Kafka", "failing as asked");
    }

    private static Environment with(String name, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, value)));
        return environment;
    }

    private static String output(Process program) throws IOException {
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void the_launcher_can_see_who_holds_the_data() throws Exception {
        try (Embedded embedded = Embedded.start(data, "--chom.embedded.parts=stripe")) {
            assertThat(Files.readString(data.resolve("owner.pid")).strip())
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
            assertThat(embedded.context().isActive()).isTrue();
        }
        assertThat(data.resolve("owner.pid")).doesNotExist();
    }
}
