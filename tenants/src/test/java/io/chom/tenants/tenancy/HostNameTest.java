package io.chom.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @ParameterizedTest
    @CsvSource({
        "acme.localhost, acme.localhost",
        "ACME.LocalHost, acme.localhost",
        "acme.localhost., acme.localhost",
        "localhost, localhost",
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "a-b.c1.example, a-b.c1.example",
        "ａｃｍｅ.example, acme.example",
        "1.2.3.example, 1.2.3.example",
        "4you.example, 4you.example"
    })
    void what_people_write_becomes_one_form(String written, String canonical) {
        assertThat(HostName.of(written).value()).isEqualTo(canonical);
        assertThat(HostName.of(canonical)).isEqualTo(HostName.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a..b",
                ".a",
                "a b",
                " a",
                "a ",
                "a_b.example",
                "user@acme.localhost",
                "acme.localhost:8080",
                "acme.localhost,nimbus.localhost",
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "::1",
                "[::1]",
                "-a.example",
                "a-.example",
                "a.example/",
                "a.example\n",
                "a\u0000b",
                "a%2eb",
                "*.example",
                "acme.localhost\\",
                "acme.localhost#x",
                "acme.localhost?x",
                "http://acme.localhost"
            })
    void what_is_no_name_is_refused(String text) {
        assertThat(HostName.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> HostName.of(text));
    }

    @Test
    void names_end_at_253_characters_and_labels_at_63() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "a".repeat(61));
        assertThat(HostName.of(longest + ".").value()).hasSize(253);
        assertThat(HostName.isValid(longest + "a")).isFalse();
        assertThat(HostName.isValid("a".repeat(64) + ".example")).isFalse();
        assertThat(HostName.isValid("a".repeat(1_000_000))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.localhost", "Acme.localhost:8080", "ACME.LOCALHOST.:1", "acme.localhost:65535"})
    void a_header_may_name_a_port(String header) {
        assertThat(HostName.ofHeader(header)).contains(new HostName("acme.localhost"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":8080",
                "acme.localhost:",
                "acme.localhost:x",
                "acme.localhost:123456",
                "acme.localhost:1:2",
                "user@acme.localhost",
                "acme.localhost nimbus.localhost",
                "acme.localhost, nimbus.localhost",
                "[::1]:8080",
                "127.0.0.1:8080",
                "bücher.example",
                "acme.localhost\t"
            })
    void a_malformed_header_names_nobody(String header) {
        assertThat(HostName.ofHeader(header)).isEmpty();
    }

    @Test
    void whatever_is_taken_is_canonical_already() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        String alphabet = "aB9-._:@ ü%xn\\/,。";
        int taken = 0;
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(8); n >= 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (HostName.isValid(text.toString())) {
                var host = HostName.of(text.toString());
                assertThat(HostName.of(host.value()))
                        .as("seed %d, %s", seed, text)
                        .isEqualTo(host);
                assertThat(host.value()).matches("[a-z0-9.-]+").doesNotEndWith(".");
                taken++;
            }
        }
        assertThat(taken).isPositive();
    }
}
