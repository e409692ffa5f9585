package io.chom.portal.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class PublicAddressTest {

    @ParameterizedTest
    @CsvSource({"'ui,api,worker', 0, ''", "worker, 8080, ''", "worker, 0, ''"})
    void in_an_installation_of_its_own_it_is_known(String roles, int port, String address) {
        assertThatCode(() -> PublicAddress.check(settings(roles, port, address), true))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "'ui,api,worker', 8080, ''",
        "'ui,worker', 0, 'https://{host}'",
        "worker, 8080, 'https://{host}'",
        "api, 0, ''",
        "ui, 0, ''"
    })
    void on_shared_servers_it_is_known_by_its_setting_or_by_the_port_of_the_own_pages(
            String roles, int port, String address) {
        assertThatCode(() -> PublicAddress.check(settings(roles, port, address), false))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"'ui,api,worker', 0, ''", "worker, 8080, ''", "worker, 0, ' '", "'api,worker', 8080, ''"})
    void on_shared_servers_a_worker_does_not_guess_it(String roles, int port, String address) {
        assertThatThrownBy(() -> PublicAddress.check(settings(roles, port, address), false))
                .isInstanceOf(AddressProblem.class)
                .hasMessageStartingWith("chom.ui.public-url is not set.");
    }

    private static MockEnvironment settings(String roles, int port, String address) {
        return new MockEnvironment()
                .withProperty("chom.roles", roles)
                .withProperty("chom.ui.port", String.valueOf(port))
                .withProperty("chom.ui.public-url", address);
    }
}
