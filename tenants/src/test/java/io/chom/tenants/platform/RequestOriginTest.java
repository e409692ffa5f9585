package io.chom.tenants.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestOriginTest {

    private static final TrustedProxies PROXIES = TrustedProxies.of("10.0.0.0/8", "2001:db8::1");
    private static final InetAddress PROXY = InetAddress.ofLiteral("10.1.2.3");
    private static final InetAddress STRANGER = InetAddress.ofLiteral("203.0.113.1");

    @Test
    void a_trusted_proxy_tells_host_protocol_and_client() {
        var origin = origin(
                PROXY,
                Map.of(
                        "Host", List.of("internal:8081"),
                        "X-Forwarded-Host", List.of("acme.example"),
                        "X-Forwarded-Proto", List.of("https"),
                        "X-Forwarded-For", List.of("6.6.6.6, 203.0.113.9, 10.9.9.9")));
        assertThat(origin.host()).isEqualTo("acme.example");
        assertThat(origin.secure()).isTrue();
        assertThat(origin.client()).isEqualTo(InetAddress.ofLiteral("203.0.113.9"));
    }

    @Test
    void a_strangers_word_counts_for_nothing() {
        var origin = origin(
                STRANGER,
                Map.of(
                        "Host", List.of("acme.example"),
                        "X-Forwarded-Host", List.of("nimbus.example", "x"),
                        "X-Forwarded-Proto", List.of("gopher"),
                        "X-Forwarded-For", List.of("10.0.0.1")));
        assertThat(origin).isEqualTo(new RequestOrigin("acme.example", false, STRANGER, false));
    }

    @Test
    void a_trusted_proxy_that_stutters_is_refused() {
        for (var wrong : List.of(
                Map.of("X-Forwarded-Host", List.of("a.example", "b.example")),
                Map.of("X-Forwarded-Proto", List.of("gopher")),
                Map.of("X-Forwarded-For", List.of("not-an-address")))) {
            assertThatThrownBy(() -> RequestOrigin.of(
                            PROXIES,
                            PROXY,
                            false,
                            name -> name.equals("Host") ? List.of("x") : wrong.getOrDefault(name, List.of())))
                    .hasMessageContaining("bad-forwarding");
        }
        assertThatThrownBy(() -> origin(PROXY, Map.of())).hasMessageContaining("bad-host");
        assertThatThrownBy(() -> origin(PROXY, Map.of("Host", List.of("a", "b"))))
                .hasMessageContaining("bad-host");
    }

    @Test
    void ranges_count_bits() {
        assertThat(Cidr.of("10.0.0.5/8")).isEqualTo(Cidr.of("10.0.0.0/8")).hasToString("10.0.0.0/8");
        assertThat(Cidr.of("192.0.2.128/25").contains(InetAddress.ofLiteral("192.0.2.127")))
                .isFalse();
        assertThat(Cidr.of("192.0.2.128/25").contains(InetAddress.ofLiteral("192.0.2.255")))
                .isTrue();
        assertThat(Cidr.of("0.0.0.0/0").contains(STRANGER)).isTrue();
        assertThat(Cidr.of("0.0.0.0/0").contains(InetAddress.ofLiteral("::1"))).isFalse();
        for (String wrong : List.of("localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "", "/8", "10.0.0.0/8/8")) {
            assertThatThrownBy(() -> Cidr.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static RequestOrigin origin(InetAddress peer, Map<String, List<String>> headers) {
        return RequestOrigin.of(PROXIES, peer, false, name -> headers.getOrDefault(name, List.of()));
    }
}
