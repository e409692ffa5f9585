package io.chom.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    private static final HostName HOST = HostName.of("portal.acme.example");

    @ParameterizedTest
    @CsvSource({
        "https://{host},      https://portal.acme.example,      443,  true",
        "http://{host},       http://portal.acme.example,       80,   false",
        "http://{host}:8080,  http://portal.acme.example:8080,  8080, false",
        "https://{host}:8443, https://portal.acme.example:8443, 8443, true"
    })
    void knows_origin_port_and_scheme(String template, String origin, int port, boolean secure) {
        var url = new PublicUrl(template);

        assertThat(url.on(HOST)).hasToString(origin);
        assertThat(url.port()).isEqualTo(port);
        assertThat(url.isSecure()).isEqualTo(secure);
    }

    @Test
    void adds_a_path() {
        assertThat(new PublicUrl("https://{host}").on(HOST, "/realms/acme"))
                .hasToString("https://portal.acme.example/realms/acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{host}",
                "https://portal.example",
                "https://{host}/",
                "https://{host}/path",
                "https://user@{host}",
                "ftp://{host}",
                "http://{host}:port",
                "http://{host}.example"
            })
    void is_no_other_text(String template) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PublicUrl(template));
    }
}
