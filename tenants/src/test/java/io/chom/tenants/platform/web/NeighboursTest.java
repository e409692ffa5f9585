package io.chom.tenants.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class NeighboursTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.8.7",
                "::1",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "fd00::1",
                "::ffff:10.0.0.1"
            })
    void peers_on_this_machine_and_in_private_networks_are_near(String peer) {
        assertThat(Neighbours.isNear(InetAddress.ofLiteral(peer))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "203.0.113.9",
                "172.15.255.255",
                "172.32.0.1",
                "11.0.0.1",
                "192.169.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "::",
                "2001:db8::1",
                "fe80::1",
                "::ffff:203.0.113.9"
            })
    void all_others_are_far(String peer) {
        assertThat(Neighbours.isNear(InetAddress.ofLiteral(peer))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "x-forwarded-host",
                "X-FORWARDED-PROTO",
                "X-Forwarded-Port",
                "X-Forwarded-Prefix",
                "X-Forwarded",
                "Forwarded",
                "forwarded",
                "Via",
                "X-Real-IP"
            })
    void any_trace_of_a_proxy_counts_even_an_empty_one(String name) {
        var headers = new HttpHeaders();
        headers.add(name, "");
        assertThat(Neighbours.isPassedOn(headers)).isTrue();
    }

    @Test
    void a_plain_request_has_none() {
        var headers = new HttpHeaders();
        headers.add("Host", "portal:8081");
        headers.add("User-Agent", "Go-http-client/1.1");
        headers.add("Accept-Encoding", "gzip");
        assertThat(Neighbours.isPassedOn(headers)).isFalse();
    }
}
