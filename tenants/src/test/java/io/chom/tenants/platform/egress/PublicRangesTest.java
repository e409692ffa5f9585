package io.chom.tenants.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicRangesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "168.63.129.16",
                "169.254.169.254",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.3",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.6",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void special_addresses_are_not_public(String address) {
        assertThat(PublicRanges.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
                "128.0.0.0", "168.63.129.15", "168.63.129.17", "172.15.255.255", "172.32.0.0", "192.0.1.0",
                "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2001:200::1",
                "2001:db9::1", "2003::1", "2a00::1", "3ffe::1"
            })
    void their_neighbours_are(String address) {
        assertThat(PublicRanges.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }
}
