package io.chom.portal.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chom.portal.processes.Slot.Role;
import io.chom.portal.runtime.Addresses;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.mock.env.MockEnvironment;

class AssignmentTest {

    private static final Addresses PUBLIC = new Addresses(8180, 8181, 8182, "127.0.0.1");

    private final MockEnvironment shared = new MockEnvironment();

    @Test
    void no_two_processes_share_a_port() {
        Set<Integer> ports = new HashSet<>();
        for (Slot slot : Slot.each(Slot.MOST, 0)) {
            assertThat(slot.role() == Role.WORKER || ports.add(slot.port())).isTrue();
            assertThat(ports.add(slot.healthPort())).isTrue();
        }
        assertThat(ports).noneMatch(List.of(8080, 8081, 8082, 8180, 8025, 8090)::contains);
    }

    @Test
    void more_processes_than_there_are_ports_for_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Slot(Role.UI, 17, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Slot(Role.UI, 0, 0));
    }

    @Test
    void people_are_led_to_the_proxy_and_only_loopback_is_believed() {
        var settings = assigned(Map.of("chom.roles", "ui,api,worker"), new Slot(Role.UI, 2, 100));

        assertThat(settings)
                .containsEntry("chom.roles", "ui")
                .containsEntry("chom.ui.port", "8302")
                .containsEntry("chom.port-offset", "100")
                .containsEntry("chom.ui.public-url", "http://{host}:8180")
                .containsEntry("chom.api.public-url", "http://{host}:8181")
                .containsEntry("chom.trusted-proxies", "127.0.0.1")
                .containsEntry("server.tomcat.remoteip.internal-proxies", "127\\.0\\.0\\.1")
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("chom.ui.route", "ui-2")
                .containsEntry("chom.demo", "false");
    }

    @Test
    void a_worker_knows_the_public_address_too() {
        assertThat(assigned(Map.of(), new Slot(Role.WORKER, 1, 0)))
                .containsEntry("chom.ui.public-url", "http://{host}:8180")
                .doesNotContainKey("chom.ui.route");
    }

    @Test
    void what_the_installation_says_counts() {
        shared.setConversionService(new ApplicationConversionService());
        shared.setProperty("chom.ui.public-url", "https://{host}");
        shared.setProperty("chom.shutdown.notice", "7s");

        assertThat(assigned(Map.of("chom.session.idle", "5m"), new Slot(Role.API, 1, 0)))
                .containsEntry("chom.ui.public-url", "https://{host}")
                .containsEntry("chom.shutdown.notice", "7000ms")
                .containsEntry("chom.session.idle", "5m");
    }

    @Test
    void the_proxy_is_told_of_every_process_that_is_reached_through_it() {
        assertThat(Processes.gates(2, Map.of("chom.api.port", "9000")))
                .isEqualTo("8080=ui-1:8301:8341+ui-2:8302:8342,9000=api-1:8321:8361+api-2:8322:8362");
    }

    private Map<String, String> assigned(Map<String, String> given, Slot slot) {
        return new Assignment(shared, given, Path.of("/data"), PUBLIC).of(slot, false);
    }
}
