package io.chom.tenants.tenancy.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

class DnsPropertiesTest {

    @Test
    void what_is_packed_can_be_read_and_knows_the_proxies() throws Exception {
        var file = new FileSystemResource(Path.of("..", "config", "application.yml"));
        var sources = new YamlPropertySourceLoader().load("packed", file).subList(0, 1);

        var settings = new Binder(ConfigurationPropertySources.from(sources))
                .bind("chom.domains", DnsProperties.class)
                .get();

        assertThat(settings.target()).isEqualTo("localhost");
        assertThat(settings.authority()).containsExactly("letsencrypt.org");
        assertThat(settings.addresses()).isEmpty();
        assertThat(settings.servers()).isEmpty();
        assertThat(settings.questionTime()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.checkTime()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.askPrivate()).isFalse();
        assertThat(List.of("104.16.1.1", "172.67.0.1", "2606:4700::1", "151.101.1.1"))
                .allSatisfy(address -> assertThat(settings.proxyNetworks())
                        .anyMatch(network -> network.contains(InetAddress.ofLiteral(address))));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, 53",
        "192.0.2.1:5353, 192.0.2.1, 5353",
        "2001:db8::1, 2001:db8::1, 53",
        "[2001:db8::1], 2001:db8::1, 53",
        "[2001:db8::1]:5353, 2001:db8::1, 5353"
    })
    void a_server_is_an_address_with_or_without_a_port(String text, String address, int port) {
        assertThat(DnsProperties.server(text)).isEqualTo(new InetSocketAddress(InetAddress.ofLiteral(address), port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolver.agency.com", "", "192.0.2.1:x", "192.0.2.1:70000"})
    void a_name_is_no_server(String text) {
        assertThatThrownBy(() -> DnsProperties.server(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
