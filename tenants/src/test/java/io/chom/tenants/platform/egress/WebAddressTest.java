package io.chom.tenants.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://example.com, http://example.com/",
        "HTTPS://Example.COM./a b?q=ü#part, https://example.com/a%20b?q=%C3%BC",
        "https://bücher.example/, https://xn--bcher-kva.example/",
        "https://example.com:443/x, https://example.com/x",
        "http://example.com:8080, http://example.com:8080/",
        "http://example.com?x=1, http://example.com/?x=1",
        "http://[2001:4860::1]:80/, http://[2001:4860::1]/",
        "http://93.184.216.34/, http://93.184.216.34/",
        "http://example.com/100%, http://example.com/100%25",
        "http://１２７.0.0.1/, http://127.0.0.1/",
        "http://example。com/, http://example.com/",
    })
    void an_address_is_read_in_one_way(String typed, String read) {
        assertThat(WebAddress.of(typed)).map(WebAddress::toString).hasValue(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "javascript:alert(1)",
                "http:example.com",
                "http:///example.com",
                "http://",
                "http://user@example.com/",
                "http://user:word@example.com/",
                "http://example.com@127.0.0.1/",
                "http://127.0.0.1\\@example.com/",
                "http://example.com\\.evil.example/",
                "http://exa mple.com/",
                "http://exam\tple.com/",
                "http://example.com/\r\nHost: inside",
                "http://example.com:0/",
                "http://example.com:65536/",
                "http://example.com:99999/",
                "http://example.com:x/",
                "http://[::1%25lo]/",
                "http://[fe80::1%lo]/",
                "http://[nothing]/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://0/",
                "http://017700000001/",
                "http://127.0.0.1.1/",
                "http://256.0.0.1.2/",
                "http://a..b/",
                "http://.../",
                "http://%31%32%37.0.0.1/"
            })
    void what_is_no_address_or_more_than_one_is_none(String typed) {
        assertThat(WebAddress.of(typed)).isEmpty();
    }

    @Test
    void links_lead_from_where_they_stand() {
        var page = WebAddress.of("https://example.com/a/b?c").orElseThrow();

        assertThat(page.resolve("d.css")).map(WebAddress::toString).hasValue("https://example.com/a/d.css");
        assertThat(page.resolve("//cdn.example/x y.png"))
                .map(WebAddress::toString)
                .hasValue("https://cdn.example/x%20y.png");
        assertThat(page.resolve("HTTP://Bücher.example"))
                .map(WebAddress::toString)
                .hasValue("http://xn--bcher-kva.example/");
        assertThat(page.resolve("javascript:alert(1)")).isEmpty();
        assertThat(page.resolve("data:image/png;base64,AAAA")).isEmpty();
        assertThat(page.resolve("//user@inside/")).isEmpty();
        assertThat(page.resolve("http://[")).isEmpty();
        assertThat(page.plain()).hasToString("http://example.com/a/b?c");
    }
}
